package org.auleos.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Verifies an export of a ledger without auleOS: {@code java VerifyLedger.java EXPORT --key KEY [--witness FILE]… [--to N]}.
 * Exit code: 0 intact, 1 something is wrong and named, 2 could not look. The format is docs/ledger-format.md, "Export";
 * hashes are RFC 9162, section 2.1, checkpoints C2SP tlog-checkpoint and signed-note. Shares no code with the ledger.
 */
public final class VerifyLedger {

    private static final String USAGE = """
            usage: java VerifyLedger.java EXPORT --key KEY|FILE [--witness FILE]... [--to N]
            KEY is the verifier key of the node (aule ledger key), or a file that has it. --witness names checkpoints kept
            elsewhere, one or many in a file. --to says that the export was to end at record N although there are more.""";
    private static final int HASH = 32;
    private static final int LONGEST = 4 << 20;

    private final PrintStream out;
    private final MessageDigest sha = sha256();
    private final List<byte[]> subtrees = new ArrayList<>();
    private final List<Note> witnessed;
    private final long end;
    private byte[] chain = new byte[HASH];
    private long size;
    private long seconds = Long.MIN_VALUE;
    private int nanos;
    private int compared;

    private VerifyLedger(PrintStream out, List<Note> witnessed, long end) {
        this.out = out;
        this.witnessed = witnessed;
        this.end = end;
    }

    /** A signed checkpoint: number of records, root, chain hash of the last record, and when. */
    private record Note(String origin, long size, byte[] root, byte[] chain, String time, String text) {

        static Note of(String text) throws IOException {
            String[] lines = text.split("\n", -1);
            try {
                if (!text.endsWith("\n")) {
                    throw new IllegalArgumentException("no end");
                }
                byte[] root = Base64.getDecoder().decode(lines[2]);
                byte[] head = Base64.getDecoder().decode(lines[4].substring("chain ".length()));
                return new Note(lines[0], Long.parseLong(lines[1]), root, head, lines[5], text);
            } catch (RuntimeException e) {
                throw new IOException("this is no checkpoint of a ledger:\n" + text, e);
            }
        }

        /** The notes in a text, one after the other; a torn one is passed over. */
        static List<Note> all(String text) throws IOException {
            List<Note> notes = new ArrayList<>();
            String body = "";
            for (String part : text.split("\n\n+", -1)) {
                if (part.startsWith("\u2014 ")) {
                    notes.add(of(body + "\n\n" + part + "\n"));
                }
                body = part.strip();
            }
            return notes;
        }
    }

    /** A verifier key: NAME+NUMBER+KEY. */
    private record Key(String name, byte[] number, PublicKey key) {

        static Key of(String text) throws IOException {
            String[] parts = text.strip().split("\\+", 3);
            try {
                byte[] raw = Base64.getDecoder().decode(parts[2]);
                if (raw.length != 1 + HASH || raw[0] != 1) {
                    throw new IOException("the key is not of the kind Ed25519: " + text);
                }
                byte[] spki = HexFormat.of()
                        .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw, 1, 33));
                PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
                return new Key(parts[0], HexFormat.of().parseHex(parts[1]), key);
            } catch (GeneralSecurityException | RuntimeException e) {
                throw new IOException("this is no verifier key: " + text, e);
            }
        }

        boolean signed(Note note) {
            int body = note.text().indexOf("\n\n") + 1;
            for (String line : note.text().substring(body).split("\n", -1)) {
                if (note.origin().equals(name) && line.startsWith("\u2014 " + name + " ")) {
                    return verifies(note.text().substring(0, body).getBytes(UTF_8), line.substring(3 + name.length()));
                }
            }
            return false;
        }

        private boolean verifies(byte[] body, String base64) {
            try {
                byte[] bytes = Base64.getDecoder().decode(base64);
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(body);
                boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(base64);
                return canonical
                        && bytes.length == 68
                        && Arrays.equals(Arrays.copyOf(bytes, 4), number)
                        && check.verify(bytes, 4, 64);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // Not a signature, or one that was torn.
                return false;
            }
        }
    }

    /** Something is wrong with the records, or with what was signed about them. */
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }

        static Wrong at(long record, String what) {
            return new Wrong("BAD record " + record + ": " + what);
        }
    }

    /** Verifies and exits. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Verifies; returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            return verify(args, out);
        } catch (Wrong e) {
            out.println(e.getMessage());
            return 1;
        } catch (IOException | IllegalArgumentException e) {
            err.println(e instanceof java.nio.file.NoSuchFileException ? "no file " + e.getMessage() : e.getMessage());
            return 2;
        }
    }

    /** What was asked for. */
    private record Asked(String export, String key, List<Note> witnessed, long end) {

        static Asked of(String[] args) throws IOException {
            String export = "";
            String key = "";
            long end = 0;
            List<Note> notes = new ArrayList<>();
            for (int i = 0; i < args.length; i++) {
                boolean option = args[i].startsWith("--");
                if (option ? i + 1 == args.length : !export.isEmpty()) {
                    throw new IllegalArgumentException(USAGE);
                }
                switch (args[i]) {
                    case "--key" -> key = args[++i];
                    case "--to" -> end = Long.parseLong(args[++i]);
                    case "--witness" -> notes.addAll(Note.all(Files.readString(Path.of(args[++i]))));
                    default -> export = option ? "" : args[i];
                }
            }
            if (export.isEmpty() || key.isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            }
            return new Asked(export, key, notes, end);
        }
    }

    private static int verify(String[] args, PrintStream out) throws IOException, Wrong {
        Asked asked = Asked.of(args);
        Path file = Path.of(asked.key());
        Key signer = Key.of(Files.exists(file) ? Files.readString(file) : asked.key());
        List<Note> notes = new ArrayList<>(asked.witnessed());
        notes.removeIf(note -> !signer.signed(note));
        int unsigned = asked.witnessed().size() - notes.size();
        if (unsigned > 0 && notes.isEmpty()) {
            throw new IOException("no witnessed checkpoint is signed by this key; is it the key of another node?");
        }
        if (unsigned > 0) {
            out.println("note: " + unsigned + " witnessed checkpoints are not signed by this key and are not used");
        }
        notes.sort(Comparator.comparingLong(Note::size));
        try (InputStream bytes = Files.newInputStream(Path.of(asked.export()));
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, 1 << 16))) {
            new VerifyLedger(out, notes, asked.end()).check(in, signer);
        }
        return 0;
    }

    private void check(DataInputStream in, Key signer) throws IOException, Wrong {
        Head head;
        try {
            head = head(in);
        } catch (EOFException e) {
            throw new IOException("the file ends within the head of the export", e);
        }
        skipEarlier();
        records(in);
        conclude(head, signer);
    }

    /** What the export says of itself. */
    private record Head(long from, long last, Note signed) {}

    private Head head(DataInputStream in) throws IOException, Wrong {
        if (in.readLong() != 0x61756c6545585031L || in.readInt() != 1) {
            throw new IOException("this is no export of a ledger, or one of a later version");
        }
        long from = in.readLong();
        long last = in.readLong();
        chain = bytes(in, HASH);
        int roots = in.readUnsignedShort();
        for (int i = 0; i < roots; i++) {
            subtrees.add(bytes(in, HASH));
        }
        int length = in.readInt();
        if (from < 1 || roots != Long.bitCount(from - 1) || length < 1 || length > 1 << 16) {
            throw new Wrong("BAD head of the export: its fields do not fit each other");
        }
        size = from - 1;
        return new Head(from, last, Note.of(new String(bytes(in, length), UTF_8)));
    }

    /** Witnessed checkpoints below the first record cannot be compared; one right before it can. */
    private void skipEarlier() throws Wrong {
        witnessed.removeIf(note -> note.size() < size);
        compare();
    }

    private void records(DataInputStream in) throws IOException, Wrong {
        try {
            for (int length = in.readInt(); length != 0; length = in.readInt()) {
                if (length < 144 + HASH || length > LONGEST) {
                    throw Wrong.at(size + 1, "its length " + length + " is impossible");
                }
                int checksum = in.readInt();
                byte[] rest = bytes(in, 8 + length);
                CRC32C crc = new CRC32C();
                crc.update(ByteBuffer.allocate(4).putInt(0, length));
                crc.update(rest);
                if ((int) crc.getValue() != checksum) {
                    throw Wrong.at(size + 1, "its checksum does not match: it was torn or edited");
                }
                record(
                        ByteBuffer.wrap(rest, 8, length).slice(),
                        ByteBuffer.wrap(rest).getLong(0));
            }
            if (in.readLong() != 0x61756c65454e4431L || in.read() >= 0) {
                throw Wrong.at(size + 1, "the export does not end where it says it does");
            }
        } catch (EOFException e) {
            throw Wrong.at(size + 1, "the file ends before its end");
        }
    }

    private void record(ByteBuffer record, long frame) throws Wrong {
        long number = size + 1;
        int header = record.getInt(36);
        require(record.getShort(32) == 1, number, "its format " + record.getShort(32) + " is not known here");
        require(
                header >= 112 && header <= record.limit() - HASH,
                number,
                "its header cannot have " + header + " bytes");
        require(frame == number && record.getLong(40) == number, number, "here stands record " + record.getLong(40));
        require(Arrays.equals(part(record, 0, HASH), chain), number, "it does not follow its predecessor");
        long second = record.getLong(48);
        int nano = record.getInt(56);
        require(second > seconds || (second == seconds && nano >= nanos), number, "it is earlier than its predecessor");
        byte[] payload = part(record, header, record.limit() - HASH - header);
        require(
                Arrays.equals(part(record, 80, HASH), sha.digest(payload)),
                number,
                "its payload does not match its hash");
        byte[] hash = part(record, record.limit() - HASH, HASH);
        require(Arrays.equals(hash, sha.digest(part(record, 0, header))), number, "its header does not match its hash");
        seconds = second;
        nanos = nano;
        chain = hash;
        add(hash);
        compare();
    }

    private static void require(boolean holds, long number, String otherwise) throws Wrong {
        if (!holds) {
            throw Wrong.at(number, otherwise);
        }
    }

    /** Adds a leaf: every complete subtree that ends with it takes in its left neighbour. */
    private void add(byte[] entry) {
        sha.update((byte) 0);
        byte[] hash = sha.digest(entry);
        for (long merged = size; (merged & 1) == 1; merged >>= 1) {
            hash = node(subtrees.remove(subtrees.size() - 1), hash);
        }
        subtrees.add(hash);
        size++;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    private byte[] root() {
        byte[] root = subtrees.isEmpty() ? sha.digest() : subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = node(subtrees.get(i), root);
        }
        return root;
    }

    /** All witnessed checkpoints of the present size. */
    private void compare() throws Wrong {
        while (compared < witnessed.size() && witnessed.get(compared).size() == size) {
            Note note = witnessed.get(compared);
            if (!Arrays.equals(note.root(), root()) || !Arrays.equals(note.chain(), chain)) {
                long before = compared == 0 ? 0 : witnessed.get(compared - 1).size();
                throw Wrong.at(
                        before + 1,
                        "it, or one up to " + size + ", was written anew: the witnessed checkpoint of " + size
                                + " records (" + note.time() + ") is about others");
            }
            compared++;
        }
    }

    private void conclude(Head head, Key signer) throws Wrong {
        Note signed = head.signed();
        long last = head.last();
        if (size != last || signed.size() != last) {
            throw Wrong.at(
                    size + 1,
                    "it is missing: the export says it ends at " + last + ", its checkpoint at " + signed.size());
        }
        if (!signer.signed(signed)) {
            throw new Wrong("BAD checkpoint of the export: it is not signed by this key");
        }
        if (!Arrays.equals(signed.root(), root()) || !Arrays.equals(signed.chain(), chain)) {
            long before =
                    compared == 0 ? head.from() : witnessed.get(compared - 1).size() + 1;
            throw Wrong.at(before, "it, or one up to " + size + ", was written anew: the node signed another history");
        }
        if (compared < witnessed.size() && end != size) {
            throw Wrong.at(
                    size + 1,
                    "it is missing: " + witnessed.get(compared).size() + " records were witnessed ("
                            + witnessed.get(compared).time() + "); say --to " + size + " if only these were exported");
        }
        out.println("intact: records " + head.from() + " to " + last + ", signed by " + signer.name() + ", "
                + signed.time());
        out.println(
                compared == 0
                        ? "no witnessed checkpoint was compared: whoever has the node's key could have written all of it anew"
                        : compared + " witnessed checkpoints hold, up to record "
                                + witnessed.get(compared - 1).size());
    }

    private static byte[] part(ByteBuffer record, int at, int length) {
        byte[] bytes = new byte[length];
        record.get(at, bytes);
        return bytes;
    }

    private static byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
