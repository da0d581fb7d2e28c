package org.auleos.itests.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.auleos.api.platform.Threads;

/** The threads of one process that can be killed: none of them runs any more once that is done. */
final class OwnThreads implements Threads {

    private static final long PATIENCE_SECONDS = 30;

    private final List<ExecutorService> pools = new ArrayList<>();
    private final List<Thread> loops = new ArrayList<>();

    @Override
    public synchronized ExecutorService pool(String name, int limit) {
        ExecutorService pool = Executors.newFixedThreadPool(limit);
        pools.add(pool);
        return pool;
    }

    @Override
    public synchronized ScheduledExecutorService timer(String name) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        pools.add(timer);
        return timer;
    }

    @Override
    public synchronized Thread loop(String name, Runnable loop) {
        Thread thread = new Thread(loop, name);
        loops.add(thread);
        thread.start();
        return thread;
    }

    /** Interrupts them all and waits for their end. */
    synchronized void end() throws InterruptedException {
        pools.forEach(ExecutorService::shutdownNow);
        loops.forEach(Thread::interrupt);
        for (ExecutorService pool : pools) {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a thread ignores its interrupt");
            }
        }
        for (Thread loop : loops) {
            loop.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }
}
