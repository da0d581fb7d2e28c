package org.auleos.identity.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Makes tokens and SSH keys. Thread-safe. */
final class Secrets {

    private static final int COORDINATE_BYTES = 32;

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /**
     * A new token and key.
     *
     * @param token 256 random bits
     * @param sshPrivateKey PEM (PKCS #8)
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
        return new Minted(token, pem(pair.getPrivate()), wire((ECPublicKey) pair.getPublic()));
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

    private static String pem(PrivateKey key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    /** RFC 5656, section 3.1. */
    private static String wire(ECPublicKey key) {
        byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
        point[0] = 4;
        putCoordinate(key.getW().getAffineX().toByteArray(), point, 1);
        putCoordinate(key.getW().getAffineY().toByteArray(), point, 1 + COORDINATE_BYTES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        putString(out, "ecdsa-sha2-nistp256".getBytes(StandardCharsets.US_ASCII));
        putString(out, "nistp256".getBytes(StandardCharsets.US_ASCII));
        putString(out, point);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static void putCoordinate(byte[] number, byte[] point, int start) {
        int length = Math.min(number.length, COORDINATE_BYTES);
        System.arraycopy(number, number.length - length, point, start + COORDINATE_BYTES - length, length);
    }

    private static void putString(ByteArrayOutputStream out, byte[] value) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
        out.writeBytes(value);
    }
}
