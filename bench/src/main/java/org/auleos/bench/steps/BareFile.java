package org.auleos.bench.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A preallocated file with one thread that writes whatever is queued, syncs, and wakes those who wait: the least that group
 * commit can cost. No format, no hash. Begins at the start again when the file is full.
 */
final class BareFile implements AutoCloseable {

    private static final int FILE_BYTES = 256 << 20;
    private static final int BATCH_BYTES = 4 << 20;

    private final FileChannel file;
    private final byte[] step;
    private final ConcurrentLinkedQueue<Ticket> queue = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BATCH_BYTES);
    private final Thread committer = new Thread(this::commit, "bare-committer");
    private volatile boolean closed;
    private volatile boolean parked;
    private long position;

    /** A thread that waits for its step. */
    private static final class Ticket {
        private final Thread thread = Thread.currentThread();
        private volatile boolean durable;
    }

    /** @param stepBytes length of what one step writes */
    BareFile(Path path, int stepBytes) throws IOException {
        this.step = new byte[stepBytes];
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        for (int at = 0; at < FILE_BYTES; at += BATCH_BYTES) {
            file.write(buffer.clear(), at);
        }
        file.force(true);
        committer.start();
    }

    /** Returns once a step's bytes are on the disk. */
    void step() {
        Ticket ticket = new Ticket();
        queue.add(ticket);
        if (parked) {
            LockSupport.unpark(committer);
        }
        while (!ticket.durable) {
            LockSupport.park(this);
        }
    }

    private void commit() {
        List<Ticket> batch = new ArrayList<>();
        while (!closed) {
            try {
                batch(batch);
            } catch (IOException e) {
                throw new UncheckedIOException("the bare file failed", e);
            }
        }
    }

    private void batch(List<Ticket> batch) throws IOException {
        buffer.clear();
        for (Ticket next = queue.poll(); next != null; next = buffer.remaining() < step.length ? null : queue.poll()) {
            batch.add(next);
            buffer.put(step);
        }
        if (batch.isEmpty()) {
            parked = true;
            if (queue.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            parked = false;
            return;
        }
        position = position + buffer.position() > FILE_BYTES ? 0 : position;
        position += file.write(buffer.flip(), position);
        file.force(false);
        for (Ticket ticket : batch) {
            ticket.durable = true;
            LockSupport.unpark(ticket.thread);
        }
        batch.clear();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        LockSupport.unpark(committer);
        file.close();
    }
}
