package org.auleos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SecretsTest {

    private final Secrets secrets = new Secrets(new SecureRandom());

    @Test
    void noTwoTokensAreTheSameAndTheirHashesAreSha256() {
        assertThat(secrets.mint().token()).isNotEqualTo(secrets.mint().token());
        assertThat(Secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void thePublicKeyInWireFormVerifiesWhatThePrivateKeySigns() throws Exception {
        for (int i = 0; i < 50; i++) {
            Secrets.Minted minted = secrets.mint();
            Signature signer = Signature.getInstance("SHA256withECDSA");
            PrivateKey key = privateKey(minted.sshPrivateKey());
            signer.initSign(key);
            signer.update(new byte[] {1, 2, 3});
            byte[] signature = signer.sign();

            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(publicKey(minted.sshPublicKey(), key));
            verifier.update(new byte[] {1, 2, 3});

            assertThat(verifier.verify(signature)).isTrue();
        }
    }

    /** Reads RFC 5915 with what the JDK has: the same structure wrapped into PKCS #8 (RFC 5208) for P-256. */
    private static PrivateKey privateKey(String pem) throws Exception {
        byte[] inner = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
        byte[] before = HexFormat.of().parseHex("308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b");
        byte[] head = Arrays.copyOf(before, before.length - 4);
        byte[] wrapped = ByteBuffer.allocate(head.length + 2 + inner.length)
                .put(head)
                .put(new byte[] {0x04, (byte) inner.length})
                .put(inner)
                .array();
        wrapped[2] = (byte) (wrapped.length - 3);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
    }

    private static ECPublicKey publicKey(String wire, PrivateKey key) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(wire);
        byte[] x = Arrays.copyOfRange(bytes, bytes.length - 64, bytes.length - 32);
        byte[] y = Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
        ECPoint point = new ECPoint(new java.math.BigInteger(1, x), new java.math.BigInteger(1, y));
        var parameters = ((java.security.interfaces.ECPrivateKey) key).getParams();
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
    }
}
