package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.ledger.internal.journal.Disk;

/**
 * The newest checkpoint beside the journal. Two slots are written in turn, so that a torn write leaves the other
 * (docs/ledger-format.md, "Checkpoint"). One thread.
 */
final class CheckpointFile implements Closeable {

    static final String NAME = "checkpoint";

    private static final long MAGIC = 0x61756c6543484b50L; // auleCHKP
    private static final int SLOT = 4096;
    private static final int HEADER = 24;

    private final Disk.File file;
    private long count;
    private Optional<Checkpoint> newest = Optional.empty();

    private CheckpointFile(Disk.File file) {
        this.file = file;
    }

    /** Opens the file, or makes it. */
    static CheckpointFile open(Disk disk) throws IOException {
        if (!disk.list().contains(NAME)) {
            Disk.File made = disk.create(NAME);
            made.write(ByteBuffer.allocate(2 * SLOT), 0);
            made.force(true);
            disk.sync();
            return new CheckpointFile(made);
        }
        CheckpointFile found = new CheckpointFile(disk.open(NAME));
        found.load(0);
        found.load(1);
        return found;
    }

    private void load(int slot) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(SLOT);
        file.read(block, (long) slot * SLOT);
        block.flip();
        if (block.remaining() < HEADER || block.getLong(0) != MAGIC || block.getLong(8) <= count) {
            return;
        }
        int bytes = block.getInt(16);
        if (bytes < 0 || bytes > block.remaining() - HEADER || block.getInt(20) != checksum(block, bytes)) {
            return;
        }
        Optional<Checkpoint> found = Notes.one(new String(block.array(), HEADER, bytes, UTF_8));
        if (found.isPresent()) {
            count = block.getLong(8);
            newest = found;
        }
    }

    Optional<Checkpoint> newest() {
        return newest;
    }

    /** Durable when this returns. */
    void keep(Checkpoint checkpoint) throws IOException {
        byte[] note = checkpoint.note().getBytes(UTF_8);
        if (note.length > SLOT - HEADER) {
            throw new IOException(
                    "a checkpoint of " + note.length + " bytes does not fit a slot; shorten the node's name");
        }
        ByteBuffer block = ByteBuffer.allocate(HEADER + note.length);
        block.putLong(MAGIC).putLong(count + 1).putInt(note.length).putInt(0).put(note);
        block.putInt(20, checksum(block, note.length));
        file.write(block.flip(), ((count + 1) & 1) * SLOT);
        file.force(false);
        count++;
        newest = Optional.of(checkpoint);
    }

    /** Over count, length and text. */
    private static int checksum(ByteBuffer block, int bytes) {
        CRC32C crc = new CRC32C();
        crc.update(block.duplicate().limit(20).position(8));
        crc.update(block.duplicate().limit(HEADER + bytes).position(HEADER));
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
