package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.auleos.api.ledger.Checkpoint;

/** The node's Ed25519 key for checkpoints (C2SP signed-note). Thread-safe. */
final class Signer {

    private static final String ALGORITHM = "Ed25519";
    private static final byte ED25519 = 1;
    private static final int NUMBER_BYTES = 4;
    private static final int KEY_BYTES = 32;

    private final String name;
    private final PrivateKey secret;
    private final PublicKey open;
    private final byte[] raw;
    private final byte[] number;

    private Signer(String name, PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        this.name = name;
        this.secret = secret;
        this.open = open;
        byte[] encoded = open.getEncoded();
        this.raw = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((name + "\n").getBytes(UTF_8));
        digest.update(ED25519);
        this.number = Arrays.copyOf(digest.digest(raw), NUMBER_BYTES);
    }

    /** A new key, and its two lines as they are kept: the secret one and the open one, in Base64. */
    static String generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on must have Ed25519", e);
        }
    }

    /** From the two lines of {@link #generate}. */
    static Signer of(String name, String lines, Path file) throws IOException {
        try {
            String[] both = lines.split("\n", -1);
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new Signer(
                    name,
                    keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(both[0]))),
                    keys.generatePublic(new X509EncodedKeySpec(base64.decode(both[1]))));
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(file + " holds no key for checkpoints; restore it from a backup of the home", e);
        }
    }

    /** NAME+NUMBER+KEY. */
    String publicKey() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(number) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    String name() {
        return name;
    }

    /** The whole note: body, empty line, signature line. */
    String sign(String body) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(body.getBytes(UTF_8));
            byte[] signed = signature.sign();
            byte[] line = Arrays.copyOf(number, NUMBER_BYTES + signed.length);
            System.arraycopy(signed, 0, line, NUMBER_BYTES, signed.length);
            return body + "\n" + Notes.SIGNATURE + name + " "
                    + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for checkpoints does not sign", e);
        }
    }

    /** True when a line of the note is a signature of this key over its body. */
    boolean signed(Checkpoint checkpoint) {
        String note = checkpoint.note();
        int end = note.indexOf("\n\n") + 1;
        return note.substring(end).lines().anyMatch(line -> signed(note.substring(0, end), line));
    }

    private boolean signed(String body, String line) {
        String start = Notes.SIGNATURE + name + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        try {
            String base64 = line.substring(start.length());
            byte[] bytes = Base64.getDecoder().decode(base64);
            boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(base64);
            if (!canonical
                    || bytes.length <= NUMBER_BYTES
                    || !Arrays.equals(bytes, 0, NUMBER_BYTES, number, 0, NUMBER_BYTES)) {
                return false;
            }
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(open);
            signature.update(body.getBytes(UTF_8));
            return signature.verify(bytes, NUMBER_BYTES, bytes.length - NUMBER_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not a signature at all, so not one of this key.
            return false;
        }
    }
}
