package org.auleos.ledger.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 with one digest that is used again and again. Confined to one thread. */
final class Hashes {

    static final int BYTES = 32;

    private final MessageDigest digest = newDigest();

    /** The hash of a range of bytes. */
    byte[] of(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return digest.digest();
    }

    /** The hash of what remains of a buffer, which is left as it was. */
    byte[] of(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
        return digest.digest();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
