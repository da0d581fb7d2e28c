package org.auleos.ledger.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A file that an interrupt of the thread using it does not close, as it would a {@code FileChannel}. It is Java's
 * asynchronous channel with its tasks run on the caller's own thread.
 */
final class CalmFile implements Disk.File {

    private final Path path;
    private final AsynchronousFileChannel channel;

    private CalmFile(Path path, AsynchronousFileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static CalmFile open(Path path, Set<OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new CalmFile(path, AsynchronousFileChannel.open(path, options, new CallersThread(), attributes));
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        int start = target.position();
        int count = 0;
        while (count >= 0 && target.hasRemaining()) {
            count = result(channel.read(target, position + target.position() - start));
        }
        return target.position() - start;
    }

    @Override
    public void write(ByteBuffer source, long position) throws IOException {
        try {
            int count = 0;
            while (source.hasRemaining()) {
                count += result(channel.write(source, position + count));
            }
        } catch (IOException e) {
            throw isFull(e) ? new NoSpaceException("no space left on the disk of " + path, e) : e;
        }
    }

    /** Java has no type for a full disk; the kernel's sentence is all there is. */
    private static boolean isFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    /** The task is done when the channel returns it, so nothing waits here and no interrupt is noticed. */
    private static int result(Future<Integer> done) throws IOException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted although nothing was waited for", e);
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        channel.force(metadata);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Runs each task at once, where it is given. */
    private static final class CallersThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            // There is no thread to end.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
