package org.auleos.platform.internal;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Runnable> stops = new ArrayList<>();
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
        stopWithBundle(name, pool::shutdownNow);
        return pool;
    }

    @Override
    public ScheduledExecutorService timer(String name) {
        var timer = new ScheduledThreadPoolExecutor(1, ThreadKind.platform(name));
        timer.setRemoveOnCancelPolicy(true);
        stopWithBundle(name, timer::shutdownNow);
        return timer;
    }

    @Override
    public Thread loop(String name, Runnable loop) {
        Thread thread = new Thread(loop, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, defect) -> log.error("Loop {} ended by a defect", name, defect));
        stopWithBundle(name, thread::interrupt);
        thread.start();
        return thread;
    }

    /** Interrupts everything handed out; nothing is handed out any more. */
    @Deactivate
    public void close() {
        List<Runnable> all;
        lock.lock();
        try {
            closed = true;
            all = List.copyOf(stops);
            stops.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(Runnable::run);
    }

    private void stopWithBundle(String name, Runnable stop) {
        lock.lock();
        try {
            if (!closed) {
                stops.add(stop);
                return;
            }
        } finally {
            lock.unlock();
        }
        stop.run();
        throw new RejectedExecutionException("no threads for " + name + ": its bundle has stopped");
    }
}
