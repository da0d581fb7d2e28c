package org.auleos.ledger.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first 2,048 bytes of a segment file (docs/ledger-format.md, "Segment header").
 *
 * @param node whose journal it is
 * @param epoch of the journal
 * @param first sequence of the first record in it
 * @param previous the last 32 bytes of the record before, its chain hash; zeros for the first segment
 */
record SegmentHeader(String node, long epoch, long first, byte[] previous) {

    static final int BYTES = 2048;
    static final int NODE_BYTES = 255;

    private static final long MAGIC = 0x61756c654a4e4c31L; // auleJNL1
    private static final int VERSION = 1;
    private static final int CHECKSUM = BYTES - 4;

    ByteBuffer encode() {
        ByteBuffer block = ByteBuffer.allocate(BYTES);
        byte[] name = node.getBytes(UTF_8);
        block.putLong(MAGIC)
                .putInt(VERSION)
                .putInt(Seal.RECORDS)
                .putLong(epoch)
                .putLong(first)
                .put(previous);
        block.putShort((short) name.length).put(name);
        block.putInt(CHECKSUM, checksum(block));
        return block.clear();
    }

    /** Empty when the block is no header of this version. */
    static Optional<SegmentHeader> decode(ByteBuffer block) {
        if (block.remaining() != BYTES || block.getInt(CHECKSUM) != checksum(block)) {
            return Optional.empty();
        }
        if (block.getLong() != MAGIC || block.getInt() != VERSION || block.getInt() != Seal.RECORDS) {
            return Optional.empty();
        }
        long epoch = block.getLong();
        long first = block.getLong();
        byte[] previous = new byte[Position.LINK_BYTES];
        block.get(previous);
        byte[] name = new byte[block.getShort()];
        block.get(name);
        return Optional.of(new SegmentHeader(new String(name, UTF_8), epoch, first, previous));
    }

    private static int checksum(ByteBuffer block) {
        CRC32C crc = new CRC32C();
        crc.update(block.duplicate().position(0).limit(CHECKSUM));
        return (int) crc.getValue();
    }
}
