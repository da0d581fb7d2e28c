package org.auleos.ledger.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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

    private final Disk disk;
    private final long bytes;
    private final Executor background;
    private CountDownLatch hurry = new CountDownLatch(1);
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

    private long result(FutureTask<Long> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the next segment of " + disk.place(), e);
        } catch (ExecutionException e) {
            clear();
            if (e.getCause() instanceof NoSpaceException full) {
                throw full;
            }
            throw new IOException("the next segment of " + disk.place() + " could not be made", e.getCause());
        }
    }

    /** Makes the file at once, unless an earlier process finished one of this length. */
    long make(long size) throws IOException {
        CountDownLatch now = new CountDownLatch(0);
        try {
            return make(size, now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making a segment of " + disk.place(), e);
        }
    }

    private long make(long size, CountDownLatch wanted) throws IOException, InterruptedException {
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
    private void writeZeros(long size, CountDownLatch wanted) throws IOException, InterruptedException {
        try (Disk.File file = disk.create(UNFINISHED)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(CHUNK, size));
            boolean inHurry = false;
            for (long at = 0; at < size; at += zeros.capacity()) {
                long start = System.nanoTime();
                file.write(zeros.clear().limit((int) Math.min(zeros.capacity(), size - at)), at);
                if (!inHurry) {
                    file.force(true);
                    inHurry = wanted.await(PAUSE * (System.nanoTime() - start), TimeUnit.NANOSECONDS);
                }
            }
            file.force(true);
        }
    }
}
