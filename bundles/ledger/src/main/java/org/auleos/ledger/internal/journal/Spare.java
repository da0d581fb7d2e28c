package org.auleos.ledger.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The file that becomes the next segment: zeros written and synced ahead, so that records are later written in place
 * and a sync carries data only. Used by the writing thread; another one writes the zeros, a little at a time, because
 * taking new blocks is what slows the syncs of others most.
 */
final class Spare {

    static final String NAME = "spare";
    static final String UNFINISHED = "spare.new";

    private static final int CHUNK = 1 << 18;

    /** Pause after a chunk, in multiples of the time it took. */
    private static final int PAUSE = 4;

    private static final long CLOSE_SECONDS = 5;

    private final Disk disk;
    private final long bytes;
    private final Executor background;
    private CountDownLatch hurry = new CountDownLatch(1);
    private volatile boolean closed;
    private @Nullable FutureTask<Long> making;

    Spare(Disk disk, long bytes, Executor background) {
        this.disk = disk;
        this.bytes = bytes;
        this.background = background;
    }

    /** Begins to make the file in the background, unless that was begun. */
    void prepare() {
        if (making == null) {
            CountDownLatch wanted = new CountDownLatch(1);
            hurry = wanted;
            making = new FutureTask<>(() -> make(bytes, wanted));
            background.execute(making);
        }
    }

    /**
     * Waits until the file is there, or makes it.
     *
     * @return its length in bytes
     * @throws NoSpaceException when there is no space for it; may be tried again
     */
    long await() throws IOException {
        FutureTask<Long> task = making;
        hurry.countDown();
        return task == null ? make(bytes) : result(task);
    }

    /** Forgets the file after it was renamed or could not be made. */
    void clear() {
        making = null;
    }

    /** Ends the making, if that is under way; what is unfinished is made anew another time. Waits at most five seconds. */
    void close() throws IOException {
        closed = true;
        hurry.countDown();
        FutureTask<Long> task = making;
        if (task == null) {
            return;
        }
        try {
            task.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException given) {
            clear();
        } catch (TimeoutException e) {
            throw new IOException("the next segment of " + disk.place() + " is still being made", e);
        }
    }

    /** An interrupt waits until the file is there: whoever writes may be anybody's thread, and the journal goes on. */
    private long result(FutureTask<Long> task) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            clear();
            if (e.getCause() instanceof NoSpaceException full) {
                throw full;
            }
            throw new IOException(
                    "the next segment of " + disk.place() + " could not be made: " + e.getMessage(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes the file at once, unless an earlier process finished one of this length. */
    long make(long size) throws IOException {
        return make(size, new CountDownLatch(0));
    }

    private long make(long size, CountDownLatch wanted) throws IOException {
        if (finished(size)) {
            return size;
        }
        discard(NAME);
        discard(UNFINISHED);
        try {
            writeZeros(size, wanted);
        } catch (NoSpaceException e) {
            discard(UNFINISHED);
            throw e;
        }
        disk.rename(UNFINISHED, NAME);
        return size;
    }

    private boolean finished(long size) throws IOException {
        if (!disk.list().contains(NAME)) {
            return false;
        }
        try (Disk.File file = disk.view(NAME)) {
            return file.size() == size;
        }
    }

    private void discard(String name) throws IOException {
        if (disk.list().contains(name)) {
            disk.delete(name);
        }
    }

    /** Without pauses once the file is wanted. */
    private void writeZeros(long size, CountDownLatch wanted) throws IOException {
        try (Disk.File file = disk.create(UNFINISHED)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(CHUNK, size));
            for (long at = 0; at < size; at += zeros.capacity()) {
                if (closed) {
                    throw new IOException("given up: the journal in " + disk.place() + " is closed");
                }
                long start = System.nanoTime();
                file.write(zeros.clear().limit((int) Math.min(zeros.capacity(), size - at)), at);
                if (wanted.getCount() > 0) {
                    file.force(true);
                    pause(wanted, PAUSE * (System.nanoTime() - start));
                }
            }
            file.force(true);
        }
    }

    private void pause(CountDownLatch wanted, long nanos) throws IOException {
        try {
            boolean unused = wanted.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making the next segment of " + disk.place(), e);
        }
    }
}
