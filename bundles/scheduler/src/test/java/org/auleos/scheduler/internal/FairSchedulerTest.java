package org.auleos.scheduler.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FairSchedulerTest {

    private static final Duration AGING = Duration.ofSeconds(1);
    private static final Weight ALL = new Weight(1000, 1000, 1);

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final FairScheduler scheduler = new FairScheduler(ALL, AGING, now::get, new Backoff(new Random(1)));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatFitsRunsAtOnceAndIsCounted() throws Exception {
        Scheduler.Slot slot = acquire("a", new Weight(400, 10, 0));

        assertThat(scheduler.load()).isEqualTo(new Scheduler.Load(new Weight(400, 10, 0), ALL, 1, 0));
        slot.close();
        slot.close();
        assertThat(scheduler.load()).isEqualTo(new Scheduler.Load(new Weight(0, 0, 0), ALL, 0, 0));
    }

    @Test
    void moreThanTheNodeHasIsRefused() {
        assertThatThrownBy(() -> acquire("a", new Weight(1001, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1001")
                .hasMessageContaining("expected at most");
    }

    @Test
    void higherPriorityGoesFirstAndEqualsInOrder() throws Exception {
        Scheduler.Slot all = acquire("a", ALL);
        List<Future<?>> waiting = List.of(
                waitFor("low", 1, ALL), waitFor("one", 5, ALL), waitFor("two", 5, ALL), waitFor("high", 9, ALL));

        all.close();
        finish(waiting);

        assertThat(order).containsExactly("high", "one", "two", "low");
    }

    @Test
    void waitingOutweighsPriority() throws Exception {
        Scheduler.Slot all = acquire("a", ALL);
        Future<?> old = waitFor("old", 0, ALL);
        now.addAndGet(AGING.toNanos() * 9 + 1);
        Future<?> urgent = waitFor("urgent", 9, ALL);

        all.close();
        finish(List.of(old, urgent));

        assertThat(order).containsExactly("old", "urgent");
    }

    @Test
    void aSmallUnitPassesALargeOneOnlyForALimitedTime() throws Exception {
        Scheduler.Slot half = acquire("a", new Weight(500, 0, 0));
        Future<?> large = waitFor("large", 5, ALL);

        finish(List.of(waitFor("early", 5, new Weight(10, 0, 0))));
        now.addAndGet(AGING.toNanos());
        Future<?> late = waitFor("late", 5, new Weight(10, 0, 0), 2);
        assertThat(scheduler.load().waiting()).isEqualTo(2);
        half.close();
        finish(List.of(large, late));

        assertThat(order).containsExactly("early", "large", "late");
    }

    @Test
    void anAgentAtItsLimitHoldsUpNobodyElse() throws Exception {
        Scheduler.Slot only =
                scheduler.acquire("busy", 1, Weight.LIGHT, 5, () -> false).orElseThrow();
        Future<?> second =
                threads.submit(() -> record("second", scheduler.acquire("busy", 1, Weight.LIGHT, 9, () -> false)));
        awaitWaiting(1);

        acquire("other", Weight.LIGHT).close();
        assertThat(scheduler.load().waiting()).isEqualTo(1);
        only.close();
        finish(List.of(second));

        assertThat(order).containsExactly("second");
    }

    @Test
    void aCancelledUnitLeavesTheQueue() throws Exception {
        Scheduler.Slot all = acquire("a", ALL);
        AtomicBoolean cancelled = new AtomicBoolean();
        Future<Optional<Scheduler.Slot>> waiting =
                threads.submit(() -> scheduler.acquire("b", 9, ALL, 5, cancelled::get));
        awaitWaiting(1);

        cancelled.set(true);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(scheduler.load().waiting()).isZero();
        all.close();
        assertThat(scheduler.load().running()).isZero();
    }

    @Test
    void anInterruptedUnitLeavesTheQueueAndOccupiesNothing() throws Exception {
        Scheduler.Slot all = acquire("a", ALL);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<?> waiting = threads.submit(() -> {
            try {
                scheduler.acquire("b", 9, ALL, 5, () -> false);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        awaitWaiting(1);

        waiting.cancel(true);

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        all.close();
        assertThat(scheduler.load()).isEqualTo(new Scheduler.Load(new Weight(0, 0, 0), ALL, 0, 0));
    }

    /** Random units of all sizes and priorities under contention: capacity is never exceeded and everyone is served. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nobodyStarvesAndCapacityHolds(long seed) throws Exception {
        FairScheduler real =
                new FairScheduler(ALL, Duration.ofMillis(2), System::nanoTime, new Backoff(new Random(seed)));
        Random random = new Random(seed);
        AtomicInteger occupied = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> units = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Weight weight = new Weight(random.nextInt(10) == 0 ? 1000 : 1 + random.nextInt(300), 0, 0);
            int priority = random.nextInt(10);
            String agent = "agent" + random.nextInt(3);
            units.add(threads.submit(() -> {
                Scheduler.Slot slot =
                        real.acquire(agent, 5, weight, priority, () -> false).orElseThrow();
                most.accumulateAndGet(occupied.addAndGet(weight.cpu()), Math::max);
                Thread.onSpinWait();
                occupied.addAndGet(-weight.cpu());
                slot.close();
                return true;
            }));
        }
        finish(units);

        assertThat(most.get()).isLessThanOrEqualTo(1000);
        assertThat(real.load()).isEqualTo(new Scheduler.Load(new Weight(0, 0, 0), ALL, 0, 0));
    }

    /** A stream of urgent units that never ends: one of the lowest priority goes before those that come nine steps later. */
    @Test
    void aStreamOfUrgentUnitsDoesNotStarveTheLowest() throws Exception {
        BlockingQueue<Scheduler.Slot> holding = new ArrayBlockingQueue<>(1);
        holding.add(acquire("a", ALL));
        hold("low", 0, holding);
        for (int i = 0; i < 12 && !order.contains("low"); i++) {
            hold("urgent" + i, 9, holding);
            holding.take().close();
            awaitOrder(i + 1);
            now.addAndGet(AGING.toNanos());
        }

        assertThat(order.indexOf("low")).isEqualTo(9);
    }

    private void hold(String name, int priority, BlockingQueue<Scheduler.Slot> holding) {
        int before = scheduler.load().waiting();
        Future<?> future = threads.submit(() -> {
            Scheduler.Slot slot =
                    scheduler.acquire("agent", 99, ALL, priority, () -> false).orElseThrow();
            order.add(name);
            return holding.add(slot);
        });
        awaitWaitingOrDone(before + 1, future);
    }

    private Scheduler.Slot acquire(String agent, Weight weight) throws InterruptedException {
        return scheduler.acquire(agent, 99, weight, 5, () -> false).orElseThrow();
    }

    private Future<?> waitFor(String name, int priority, Weight weight) {
        int before = scheduler.load().waiting();
        Future<?> future = submit(name, priority, weight);
        awaitWaitingOrDone(before + 1, future);
        return future;
    }

    private Future<?> waitFor(String name, int priority, Weight weight, int waiting) {
        Future<?> future = submit(name, priority, weight);
        awaitWaitingOrDone(waiting, future);
        return future;
    }

    private Future<?> submit(String name, int priority, Weight weight) {
        return threads.submit(() -> record(name, scheduler.acquire("agent", 99, weight, priority, () -> false)));
    }

    private boolean record(String name, Optional<Scheduler.Slot> slot) {
        order.add(name);
        slot.orElseThrow().close();
        return true;
    }

    private void awaitWaiting(int count) {
        while (scheduler.load().waiting() != count) {
            Thread.onSpinWait();
        }
    }

    private void awaitWaitingOrDone(int count, Future<?> future) {
        while (scheduler.load().waiting() < count && !future.isDone()) {
            Thread.onSpinWait();
        }
    }

    private void awaitOrder(int size) {
        while (order.size() < size) {
            Thread.onSpinWait();
        }
    }

    private static void finish(List<Future<?>> futures) throws Exception {
        for (Future<?> future : futures) {
            future.get(20, TimeUnit.SECONDS);
        }
    }
}
