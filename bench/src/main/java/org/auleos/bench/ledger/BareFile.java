package org.auleos.bench.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A preallocated file and one thread that writes whatever is queued and syncs it: the same number of bytes a record as
 * the ledger, no hash, no checksum, no format. Begins at the start again when the file is full.
 */
public final class BareFile implements Closeable {

    private static final int FILE_BYTES = 256 << 20;
    private static final int BATCH_BYTES = 1 << 20;

    /** One thread's wait for one record. */
    private static final class Ticket {
        private final Thread thread = Thread.currentThread();
        private @Nullable Ticket below;
        private volatile boolean durable;
    }

    private final FileChannel file;
    private final byte[] record;
    private final AtomicReference<@Nullable Ticket> top = new AtomicReference<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BATCH_BYTES);
    private final Thread committer = new Thread(this::commitLoop, "bare-committer");
    private volatile boolean parked;
    private volatile boolean closed;
    private long position;

    /** Preallocates the file and starts the committer. */
    public BareFile(Path path, int recordBytes) throws IOException {
        this.record = new byte[recordBytes];
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        for (int at = 0; at < FILE_BYTES; at += BATCH_BYTES) {
            file.write(buffer.clear(), at);
        }
        file.force(true);
        committer.start();
    }

    /** Returns once one more record is durable. */
    public void append() {
        Ticket ticket = new Ticket();
        Ticket before;
        do {
            before = top.get();
            ticket.below = before;
        } while (!top.compareAndSet(before, ticket));
        if (parked) {
            LockSupport.unpark(committer);
        }
        while (!ticket.durable) {
            LockSupport.park(this);
        }
    }

    /** Writes and syncs on the calling thread: what one record must cost. Not beside {@link #append}. */
    void appendAlone() throws IOException {
        position = position + record.length > FILE_BYTES ? 0 : position;
        position += file.write(buffer.clear().put(record).flip(), position);
        file.force(false);
    }

    private void commitLoop() {
        try {
            while (!closed) {
                Ticket newest = top.getAndSet(null);
                if (newest == null) {
                    parked = true;
                    if (top.get() == null && !closed) {
                        LockSupport.park(this);
                    }
                    parked = false;
                } else {
                    commit(newest);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the bare file failed", e);
        }
    }

    private void commit(Ticket newest) throws IOException {
        List<Ticket> batch = new ArrayList<>();
        buffer.clear();
        for (Ticket ticket = newest; ticket != null; ticket = ticket.below) {
            batch.add(ticket);
            buffer.put(record);
        }
        position = position + buffer.position() > FILE_BYTES ? 0 : position;
        position += file.write(buffer.flip(), position);
        file.force(false);
        for (Ticket ticket : batch) {
            ticket.durable = true;
            LockSupport.unpark(ticket.thread);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        LockSupport.unpark(committer);
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
