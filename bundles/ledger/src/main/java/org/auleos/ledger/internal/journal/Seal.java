package org.auleos.ledger.internal.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a segment says about its end once nothing will be added (docs/ledger-format.md, "Seal").
 *
 * @param end where the last record ends
 */
record Seal(Position end) {

    /** Offset of the seal in the file. */
    static final int OFFSET = SegmentHeader.BYTES;

    /** Offset of the first record in the file. */
    static final int RECORDS = 4096;

    static final int BYTES = 68;

    private static final long MAGIC = 0x61756c655345414cL; // auleSEAL

    ByteBuffer encode() {
        ByteBuffer block = ByteBuffer.allocate(BYTES);
        block.putLong(MAGIC).putLong(end.segment()).putLong(end.sequence()).putLong(end.offset());
        block.put(end.link());
        block.putInt(checksum(block));
        return block.flip();
    }

    /** Empty when there is none, or it was not written to its end. */
    static Optional<Seal> decode(ByteBuffer block) {
        if (block.remaining() != BYTES || block.getInt(BYTES - 4) != checksum(block) || block.getLong() != MAGIC) {
            return Optional.empty();
        }
        long segment = block.getLong();
        long sequence = block.getLong();
        long offset = block.getLong();
        byte[] link = new byte[Position.LINK_BYTES];
        block.get(link);
        return Optional.of(new Seal(new Position(sequence, link, segment, offset)));
    }

    private static int checksum(ByteBuffer block) {
        CRC32C crc = new CRC32C();
        crc.update(block.duplicate().position(0).limit(BYTES - 4));
        return (int) crc.getValue();
    }
}
