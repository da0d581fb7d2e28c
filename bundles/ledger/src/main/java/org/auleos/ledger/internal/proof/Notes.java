package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Checkpoint;

/** The text of checkpoints: C2SP tlog-checkpoint in a C2SP signed note. */
final class Notes {

    static final String SIGNATURE = "\u2014 ";

    private static final String EPOCH = "epoch ";
    private static final String CHAIN = "chain ";
    private static final String TIME = "time ";

    private Notes() {}

    /** What is signed, the last line's end included. */
    static String body(String origin, long size, byte[] root, long epoch, byte[] head, Instant time) {
        Base64.Encoder base64 = Base64.getEncoder();
        return origin + "\n" + size + "\n" + base64.encodeToString(root) + "\n" + EPOCH + epoch + "\n" + CHAIN
                + base64.encodeToString(head) + "\n" + TIME + time + "\n";
    }

    /** A name that may stand in a note: letters, digits, dot, dash, underline; anything else as hexadecimal. */
    static String origin(String node) {
        StringBuilder name = new StringBuilder("auleos/");
        for (byte b : node.getBytes(UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            if (plain || b == '-' || b == '.' || b == '_') {
                name.append((char) b);
            } else {
                name.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        return name.toString();
    }

    /** The notes in a text, one after the other; what was torn while it was being written is left out. */
    static List<Checkpoint> all(String text) {
        List<Checkpoint> found = new ArrayList<>();
        String body = "";
        for (String paragraph : text.split("\n\n+", -1)) {
            if (paragraph.startsWith(SIGNATURE)) {
                one(body + "\n" + paragraph + "\n").ifPresent(found::add);
                body = "";
            } else {
                body = paragraph.stripLeading() + "\n";
            }
        }
        return found;
    }

    /** Empty when the text is no checkpoint of this kind. Its signature is not looked at. */
    static Optional<Checkpoint> one(String note) {
        int end = note.indexOf("\n\n");
        String[] lines = end < 0 ? new String[0] : note.substring(0, end).split("\n", -1);
        if (lines.length < 6 || !note.startsWith(SIGNATURE, end + 2) || !note.endsWith("\n")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(
                    lines[0],
                    size(lines[1]),
                    hash(lines[2]),
                    Long.parseLong(value(lines[3], EPOCH)),
                    hash(value(lines[4], CHAIN)),
                    Instant.parse(value(lines[5], TIME)),
                    note));
        } catch (IllegalArgumentException | DateTimeException e) {
            // Not a checkpoint of ours; the caller says so with the file's name.
            return Optional.empty();
        }
    }

    private static long size(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("no size");
        }
        return Long.parseLong(text);
    }

    private static byte[] hash(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != TreeHashes.BYTES) {
            throw new IllegalArgumentException("no hash");
        }
        return bytes;
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("no " + name);
        }
        return line.substring(name.length());
    }
}
