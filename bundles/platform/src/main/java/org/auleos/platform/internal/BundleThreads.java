package org.auleos.platform.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.platform.Threads;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one consuming bundle, all interrupted when it lets go of the service. */
@Component(scope = ServiceScope.BUNDLE)
public final class BundleThreads implements Threads {

    private static final Logger log = LoggerFactory.getLogger(BundleThreads.class);
    private static final long IDLE_SECONDS = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<ExecutorService> pools = new ArrayList<>();

    /** Those that have not ended; there may be many over time, one for every follower of the ledger. */
    private final Set<Thread> loops = new HashSet<>();

    private boolean closed;

    /** With no threads yet. */
    @Activate
    public BundleThreads() {}

    @Override
    public ExecutorService pool(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit of pool " + name + " is " + limit + ", expected at least 1");
        }
        ThreadFactory factory = ThreadKind.virtual(name).orElseGet(() -> ThreadKind.platform(name));
        var pool = new ThreadPoolExecutor(
                limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        keep(name, pool);
        return pool;
    }

    @Override
    public ScheduledExecutorService timer(String name) {
        var timer = new ScheduledThreadPoolExecutor(1, ThreadKind.platform(name));
        timer.setRemoveOnCancelPolicy(true);
        keep(name, timer);
        return timer;
    }

    @Override
    public Thread loop(String name, Runnable loop) {
        Thread thread = new Thread(() -> runLoop(loop), name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, defect) -> log.error("Loop {} ended by a defect", name, defect));
        lock.lock();
        try {
            requireOpen(name);
            loops.add(thread);
        } finally {
            lock.unlock();
        }
        thread.start();
        return thread;
    }

    private void runLoop(Runnable loop) {
        try {
            loop.run();
        } finally {
            forget(Thread.currentThread());
        }
    }

    private void forget(Thread ended) {
        lock.lock();
        try {
            loops.remove(ended);
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts everything handed out; nothing is handed out any more. */
    @Deactivate
    public void close() {
        lock.lock();
        try {
            closed = true;
            pools.forEach(ExecutorService::shutdownNow);
            loops.forEach(Thread::interrupt);
        } finally {
            lock.unlock();
        }
    }

    private void keep(String name, ExecutorService pool) {
        lock.lock();
        try {
            requireOpen(name);
            pools.add(pool);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen(String name) {
        if (closed) {
            throw new RejectedExecutionException("no threads for " + name + ": its bundle has stopped");
        }
    }
}
