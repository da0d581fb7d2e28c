package org.auleos.ledger.internal.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** What stands before each record in a segment: length, checksum, sequence (docs/ledger-format.md, "Frame"). */
public final class Frame {

    public static final int BYTES = 16;

    private static final int CHECKSUM = 4;
    private static final int COVERED = 8;

    private Frame() {}

    /** Appends frame and record to a buffer. */
    public static void put(ByteBuffer target, long sequence, ByteBuffer record) {
        int start = target.position();
        target.putInt(record.remaining()).putInt(0).putLong(sequence).put(record.duplicate());
        target.putInt(start + CHECKSUM, checksum(target, start, target.position()));
    }

    /** True when the frame at a position, wholly in the buffer, has the checksum it says. */
    static boolean intact(ByteBuffer buffer, int start) {
        return checksum(buffer, start, start + BYTES + buffer.getInt(start)) == buffer.getInt(start + CHECKSUM);
    }

    /** Over the length, then the sequence and the record. */
    private static int checksum(ByteBuffer buffer, int start, int end) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().limit(start + CHECKSUM).position(start));
        crc.update(buffer.duplicate().limit(end).position(start + COVERED));
        return (int) crc.getValue();
    }
}
