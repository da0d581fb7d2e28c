package org.auleos.ledger.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.auleos.api.platform.Threads;

/** Platform threads for a test. */
public final class TestThreads implements Threads, AutoCloseable {

    private final List<ExecutorService> pools = new CopyOnWriteArrayList<>();
    private final List<Thread> loops = new CopyOnWriteArrayList<>();

    @Override
    public ExecutorService pool(String name, int limit) {
        ExecutorService pool = Executors.newFixedThreadPool(limit, task -> new Thread(task, name));
        pools.add(pool);
        return pool;
    }

    @Override
    public ScheduledExecutorService timer(String name) {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, task -> new Thread(task, name));
        pools.add(timer);
        return timer;
    }

    @Override
    public Thread loop(String name, Runnable loop) {
        Thread thread = new Thread(loop, name);
        loops.add(thread);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        pools.forEach(ExecutorService::shutdownNow);
        loops.forEach(Thread::interrupt);
    }
}
