package org.auleos.scheduler.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Weighted semaphores with one queue. All mutable state is in this class, guarded by one lock; no I/O happens under it.
 *
 * <p>Units are taken in order of their moment of arrival, moved forward by one aging step for every level of priority. That
 * order never changes while they wait, so waiting raises a unit above later ones of higher priority, and nobody starves: at
 * most units that came within nine steps after it go first. A unit too large for what is free may be passed by smaller ones
 * until it has waited for the length of one step; then room is kept for it.
 */
public final class FairScheduler implements Scheduler {

    private static final long LOOK_AT_CANCELLATION_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final Weight capacity;
    private final long agingNanos;
    private final LongSupplier nanoTime;
    private final Backoff backoff;

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<Waiter> waiting = new TreeSet<>();
    private final Map<String, Integer> runningByAgent = new HashMap<>();
    private int cpu;
    private int memory;
    private int gpu;
    private int running;
    private long arrivals;

    /**
     * @param capacity what this node has
     * @param aging how much waiting outweighs one level of priority, and how long a large unit may be passed
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public FairScheduler(Weight capacity, Duration aging, LongSupplier nanoTime, Backoff backoff) {
        this.capacity = capacity;
        this.agingNanos = aging.toNanos();
        this.nanoTime = nanoTime;
        this.backoff = backoff;
    }

    @Override
    public Optional<Slot> acquire(String agent, int agentLimit, Weight weight, int priority, BooleanSupplier cancelled)
            throws InterruptedException {
        refuseTheImpossible(agent, agentLimit, weight);
        lock.lockInterruptibly();
        try {
            if (waiting.isEmpty() && agentHasRoom(agent, agentLimit) && fits(weight)) {
                return Optional.of(occupy(agent, weight));
            }
            return queue(
                    new Waiter(agent, agentLimit, weight, key(priority), arrivals++, nanoTime.getAsLong()), cancelled);
        } finally {
            lock.unlock();
        }
    }

    private void refuseTheImpossible(String agent, int agentLimit, Weight weight) {
        if (weight.cpu() > capacity.cpu() || weight.memory() > capacity.memory() || weight.gpu() > capacity.gpu()) {
            throw new IllegalArgumentException(
                    weight + " of a unit of agent " + agent + ": expected at most " + capacity
                            + ", which is all this node has; lower the unit's weight or raise the capacity in"
                            + " org.auleos.scheduler");
        }
        if (agentLimit < 1) {
            throw new IllegalArgumentException("limit " + agentLimit + " of agent " + agent + ": expected at least 1");
        }
    }

    private long key(int priority) {
        return nanoTime.getAsLong() - priority * agingNanos;
    }

    private Optional<Slot> queue(Waiter waiter, BooleanSupplier cancelled) throws InterruptedException {
        waiting.add(waiter);
        try {
            serve();
            while (waiter.slot == null && !cancelled.getAsBoolean()) {
                waiter.served.awaitNanos(LOOK_AT_CANCELLATION_NANOS);
                serve();
            }
        } catch (InterruptedException e) {
            Optional.ofNullable(waiter.slot).ifPresent(Slot::close);
            throw e;
        } finally {
            waiting.remove(waiter);
            serve();
        }
        return Optional.ofNullable(waiter.slot);
    }

    /** Gives slots to those in the queue who can have one now, in order. */
    private void serve() {
        Iterator<Waiter> queue = waiting.iterator();
        boolean room = true;
        while (room && queue.hasNext()) {
            Waiter waiter = queue.next();
            if (!agentHasRoom(waiter.agent, waiter.agentLimit)) {
                continue;
            }
            if (fits(waiter.weight)) {
                waiter.slot = occupy(waiter.agent, waiter.weight);
                queue.remove();
                waiter.served.signal();
            } else {
                room = nanoTime.getAsLong() - waiter.arrival < agingNanos;
            }
        }
    }

    private boolean agentHasRoom(String agent, int limit) {
        return runningByAgent.getOrDefault(agent, 0) < limit;
    }

    private boolean fits(Weight weight) {
        return cpu + weight.cpu() <= capacity.cpu()
                && memory + weight.memory() <= capacity.memory()
                && gpu + weight.gpu() <= capacity.gpu();
    }

    private Slot occupy(String agent, Weight weight) {
        change(agent, weight, 1);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                vacate(agent, weight);
            }
        };
    }

    private void vacate(String agent, Weight weight) {
        lock.lock();
        try {
            change(agent, weight, -1);
            serve();
        } finally {
            lock.unlock();
        }
    }

    private void change(String agent, Weight weight, int sign) {
        cpu += sign * weight.cpu();
        memory += sign * weight.memory();
        gpu += sign * weight.gpu();
        running += sign;
        runningByAgent.merge(agent, sign, (before, change) -> before + change == 0 ? null : before + change);
    }

    @Override
    public Optional<Duration> pause(Retry retry, int failedAttempts) {
        return backoff.pause(retry, failedAttempts);
    }

    @Override
    public Load load() {
        lock.lock();
        try {
            return new Load(new Weight(cpu, memory, gpu), capacity, running, waiting.size());
        } finally {
            lock.unlock();
        }
    }

    /** A unit in the queue; ordered by its key, then by arrival. Guarded by the lock. */
    private final class Waiter implements Comparable<Waiter> {

        private final String agent;
        private final int agentLimit;
        private final Weight weight;
        private final long key;
        private final long number;
        private final long arrival;
        private final Condition served = lock.newCondition();
        private @Nullable Slot slot;

        Waiter(String agent, int agentLimit, Weight weight, long key, long number, long arrival) {
            this.agent = agent;
            this.agentLimit = agentLimit;
            this.weight = weight;
            this.key = key;
            this.number = number;
            this.arrival = arrival;
        }

        @Override
        public int compareTo(Waiter other) {
            int byKey = Long.compare(key - other.key, 0);
            return byKey != 0 ? byKey : Long.compare(number, other.number);
        }
    }
}
