package org.auleos.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BundleThreadsTest {

    private final BundleThreads threads = new BundleThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void aPoolRunsNoMoreTasksAtOnceThanItsLimit() throws Exception {
        ExecutorService pool = threads.pool("test", 3);
        CountDownLatch arrived = new CountDownLatch(3);
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> tasks = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            tasks.add(pool.submit(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                arrived.countDown();
                gate.await();
                return running.decrementAndGet();
            }));
        }
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        gate.countDown();
        for (Future<?> task : tasks) {
            task.get(10, TimeUnit.SECONDS);
        }

        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void theThreadsOfAPoolCarryItsNameAndAreVirtualWhereThereAreVirtualOnes() throws Exception {
        Thread thread = threads.pool("named", 1).submit(Thread::currentThread).get(10, TimeUnit.SECONDS);

        assertThat(thread.getName()).isEqualTo("named-1");
        assertThat(thread.getThreadGroup().getName().equals("VirtualThreads"))
                .isEqualTo(Runtime.version().feature() >= 21);
    }

    @Test
    void closingInterruptsPoolsTimersAndLoops() throws Exception {
        CountDownLatch started = new CountDownLatch(3);
        CountDownLatch interrupted = new CountDownLatch(3);
        Runnable waiting = () -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        };
        threads.pool("pool", 1).execute(waiting);
        threads.timer("timer").execute(waiting);
        Thread loop = threads.loop("loop", waiting);
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        threads.close();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        loop.join(10_000);
        assertThat(loop.isAlive()).isFalse();
    }

    @Test
    void aStoppedBundleGetsNoMoreThreads() {
        threads.close();

        assertThatThrownBy(() -> threads.pool("late", 1))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("late");
        assertThatThrownBy(() -> threads.loop("late", () -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> threads.pool("none", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }
}
