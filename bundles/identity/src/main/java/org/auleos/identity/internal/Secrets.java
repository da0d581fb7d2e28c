package org.auleos.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Makes tokens and SSH keys. Thread-safe. */
final class Secrets {

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /**
     * A new token and key.
     *
     * @param token 256 random bits
     * @param sshPrivateKey PEM (RFC 5915)
     * @param sshPublicKey base64 of SSH's wire form
     */
    record Minted(String token, String sshPrivateKey, String sshPublicKey) {

        @Override
        public String toString() {
            return "Minted[secrets withheld]";
        }
    }

    Minted mint() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = "aule_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        KeyPair pair = keyPair();
        SshKey key = new SshKey((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
        return new Minted(token, key.pem(), key.wire());
    }

    /** SHA-256 of a token, lower-case hex. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** ECDSA on P-256: the shell's SSH server verifies neither Ed25519 keys nor ones of other makes as small. */
    private KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no P-256 keys; use one that includes jdk.crypto.ec", e);
        }
    }
}
