package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Journal;
import org.auleos.ledger.internal.journal.Frame;

/** Writes records for an offline verifier (docs/ledger-format.md, "Export"). One thread. */
final class Exports {

    static final long MAGIC = 0x61756c6545585031L; // auleEXP1
    static final long END = 0x61756c65454e4431L; // auleEND1

    private Exports() {}

    /**
     * What stands before the records.
     *
     * @param previous chain hash of the record before the first
     * @param roots of the complete subtrees over the records before the first, largest first
     * @param checkpoint signed over everything up to the last record
     */
    record Start(long from, byte[] previous, List<byte[]> roots, Checkpoint checkpoint) {}

    static void write(Start start, Journal journal, OutputStream out) throws IOException {
        out.write(header(start));
        long last = start.checkpoint().size();
        journal.read(start.from(), (sequence, record) -> {
            ByteBuffer frame = ByteBuffer.allocate(Frame.BYTES + record.remaining());
            Frame.put(frame, sequence, record);
            out.write(frame.array());
            return sequence < last;
        });
        out.write(ByteBuffer.allocate(12).putInt(0).putLong(END).array());
    }

    private static byte[] header(Start start) {
        byte[] note = start.checkpoint().note().getBytes(UTF_8);
        int roots = start.roots().size();
        ByteBuffer header = ByteBuffer.allocate(8 + 4 + 8 + 8 + 32 + 2 + 32 * roots + 4 + note.length);
        header.putLong(MAGIC)
                .putInt(1)
                .putLong(start.from())
                .putLong(start.checkpoint().size());
        header.put(start.previous()).putShort((short) roots);
        start.roots().forEach(header::put);
        return header.putInt(note.length).put(note).array();
    }
}
