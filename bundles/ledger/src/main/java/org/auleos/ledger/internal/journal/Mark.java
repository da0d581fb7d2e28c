package org.auleos.ledger.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The high-water mark: a file beside the segments that says up to where records must be there. Two slots are written in
 * turn, so that a torn write leaves the other (docs/ledger-format.md, "Mark"). Guarded by the journal.
 */
final class Mark implements Closeable {

    static final String NAME = "mark";

    private static final long MAGIC = 0x61756c654d41524bL; // auleMARK
    private static final int SLOT = 4096;
    private static final int BYTES = 80;

    /**
     * What a slot says.
     *
     * @param count raised by every writing
     * @param clean true when nothing was written after the position
     * @param position up to where records must be there
     */
    record Slot(long count, boolean clean, Position position) {}

    private final Disk.File file;
    private Slot current;

    private Mark(Disk.File file, Slot current) {
        this.file = file;
        this.current = current;
    }

    /** Makes the mark of an empty journal, durable when this returns. */
    static Mark create(Disk disk, Position empty) throws IOException {
        Disk.File file = disk.create(NAME);
        file.write(ByteBuffer.allocate(2 * SLOT), 0);
        Mark mark = new Mark(file, new Slot(0, true, empty));
        mark.advance(empty, true);
        file.force(true);
        disk.sync();
        return mark;
    }

    /** Opens the mark; empty when neither slot can be read. */
    static Optional<Mark> open(Disk disk) throws IOException {
        Disk.File file = disk.open(NAME);
        Optional<Slot> newest = Stream.concat(slot(file, 0), slot(file, 1))
                .reduce((left, right) -> left.count() > right.count() ? left : right);
        if (newest.isEmpty()) {
            file.close();
        }
        return newest.map(slot -> new Mark(file, slot));
    }

    /** The newest slot. */
    Slot current() {
        return current;
    }

    /** Moves the mark; durable when this returns. */
    void advance(Position position, boolean clean) throws IOException {
        Slot next = new Slot(current.count() + 1, clean, position);
        file.write(encode(next), (next.count() & 1) * SLOT);
        file.force(false);
        current = next;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Stream<Slot> slot(Disk.File file, int index) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BYTES);
        file.read(block, (long) index * SLOT);
        return decode(block.flip()).stream();
    }

    private static ByteBuffer encode(Slot slot) {
        Position position = slot.position();
        ByteBuffer block = ByteBuffer.allocate(BYTES);
        block.putLong(MAGIC).putLong(slot.count()).putInt(slot.clean() ? 1 : 0);
        block.putLong(position.sequence()).putLong(position.segment()).putLong(position.offset());
        block.put(position.link());
        block.putInt(checksum(block));
        return block.flip();
    }

    private static Optional<Slot> decode(ByteBuffer block) {
        if (block.remaining() != BYTES || block.getInt(BYTES - 4) != checksum(block) || block.getLong() != MAGIC) {
            return Optional.empty();
        }
        long count = block.getLong();
        boolean clean = block.getInt() == 1;
        long sequence = block.getLong();
        long segment = block.getLong();
        long offset = block.getLong();
        byte[] link = new byte[Position.LINK_BYTES];
        block.get(link);
        return Optional.of(new Slot(count, clean, new Position(sequence, link, segment, offset)));
    }

    private static int checksum(ByteBuffer block) {
        CRC32C crc = new CRC32C();
        crc.update(block.duplicate().position(0).limit(BYTES - 4));
        return (int) crc.getValue();
    }
}
