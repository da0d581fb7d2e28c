package org.auleos.identity.internal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;

/** A P-256 key in the forms that SSH clients and servers read. */
record SshKey(ECPrivateKey secret, ECPublicKey open) {

    private static final int NUMBER_BYTES = 32;

    /** RFC 5915, appendix A, for P-256: version 1, then the private number, the curve, the public point. */
    private static final byte[] BEFORE_SECRET = HexFormat.of().parseHex("30770201010420");

    private static final byte[] BEFORE_POINT = HexFormat.of().parseHex("a00a06082a8648ce3d030107a144034200");

    /**
     * The private key as {@code EC PRIVATE KEY}, RFC 5915. It names the public point, which the JDK's own form (PKCS #8) leaves
     * out and some clients cannot do without.
     */
    String pem() {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.writeBytes(BEFORE_SECRET);
        der.writeBytes(number(secret.getS()));
        der.writeBytes(BEFORE_POINT);
        der.writeBytes(point());
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toByteArray());
        return "-----BEGIN EC PRIVATE KEY-----\n" + body + "\n-----END EC PRIVATE KEY-----\n";
    }

    /** The public key in base64 of SSH's wire form, RFC 5656, section 3.1. */
    String wire() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        putString(out, "ecdsa-sha2-nistp256".getBytes(StandardCharsets.US_ASCII));
        putString(out, "nistp256".getBytes(StandardCharsets.US_ASCII));
        putString(out, point());
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    /** The public point, uncompressed. */
    private byte[] point() {
        return ByteBuffer.allocate(1 + 2 * NUMBER_BYTES)
                .put((byte) 4)
                .put(number(open.getW().getAffineX()))
                .put(number(open.getW().getAffineY()))
                .array();
    }

    /** A number in exactly 32 bytes; a {@code BigInteger} gives one more for the sign, or fewer. */
    private static byte[] number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] number = new byte[NUMBER_BYTES];
        int length = Math.min(bytes.length, NUMBER_BYTES);
        System.arraycopy(bytes, bytes.length - length, number, NUMBER_BYTES - length, length);
        return number;
    }

    private static void putString(ByteArrayOutputStream out, byte[] value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        out.writeBytes(value);
    }

    @Override
    public String toString() {
        return "SshKey[secret withheld]";
    }
}
