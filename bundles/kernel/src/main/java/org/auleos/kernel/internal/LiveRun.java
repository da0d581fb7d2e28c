package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.policy.Capability;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunState;
import org.auleos.api.run.UnitState;
import org.auleos.api.work.WorkUnit;

/**
 * A run that is being carried out. Its mutable state is guarded by one lock. There are two folds of the same events: one runs
 * ahead and steers what happens next, the other has only what the disk has, and is all that anybody else gets to see.
 */
final class LiveRun {

    /** Events kept before they are folded although nobody looked. */
    private static final int UNSETTLED = 256;

    private final String id;
    private final Graph graph;
    private final Set<Capability> grants;
    private final Provenance kernel;
    private final RunLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final Set<String> claimed = new HashSet<>();
    private final Map<String, ScheduledFuture<?>> pauses = new HashMap<>();
    private RunFold ahead;
    private RunFold durable;
    private long newest;
    private boolean finishing;
    private volatile boolean cancelled;

    /** Takes up a run where a fold of durable events left it. */
    LiveRun(RunFold fold, RunLog log) {
        this.ahead = fold;
        this.durable = fold;
        this.graph = new Graph(fold.plan());
        this.log = log;
        this.id = fold.id();
        this.grants = Set.copyOf(fold.grants());
        this.kernel = fold.by().withActor("kernel").withRun(id).withCause(fold.sequence());
        this.cancelled = fold.cancelled().isPresent();
    }

    private record Pending(RunEvent event, RunFold.Stamp at, Receipt receipt) {}

    String id() {
        return id;
    }

    Graph graph() {
        return graph;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Milliseconds since the epoch. */
    long now() {
        return log.clock().millis();
    }

    /** What the run is granted. */
    Set<Capability> grants() {
        return grants;
    }

    /** Who acts, for records of a unit, or of the run itself when the unit is empty. */
    Provenance provenance(String unit) {
        return kernel.withUnit(unit);
    }

    /** The state that runs ahead of the disk. */
    RunFold ahead() {
        lock.lock();
        try {
            return ahead;
        } finally {
            lock.unlock();
        }
    }

    /** The state the disk has. */
    RunFold durable() {
        lock.lock();
        try {
            settle();
            return durable.reached(newest);
        } finally {
            lock.unlock();
        }
    }

    private void settle() {
        while (!pending.isEmpty() && pending.element().receipt().durable()) {
            Pending next = pending.remove();
            durable = durable.apply(next.event(), next.at());
        }
    }

    /** Takes note of the newest sequence known to be on the disk. */
    void reached(long sequence) {
        lock.lock();
        try {
            newest = Math.max(newest, sequence);
        } finally {
            lock.unlock();
        }
    }

    /** Queues an event for the ledger and goes ahead with it. */
    Receipt record(RunEvent event, Provenance provenance, String why) {
        lock.lock();
        try {
            Receipt receipt = log.append(event, provenance, why);
            RunFold.Stamp at = new RunFold.Stamp(0, log.clock().instant());
            ahead = ahead.apply(event, at);
            pending.add(new Pending(event, at, receipt));
            if (pending.size() > UNSETTLED) {
                settle();
            }
            if (event instanceof RunEvent.CancelRequested) {
                cancelled = true;
            }
            return receipt;
        } finally {
            lock.unlock();
        }
    }

    /** Records that somebody asks for the end; empty when the end is recorded already. */
    Optional<Receipt> cancel(String reason, Provenance by) {
        lock.lock();
        try {
            return ahead.state().over() || ahead.state() == RunState.UNDOING
                    ? Optional.empty()
                    : Optional.of(record(new RunEvent.CancelRequested(reason), by, reason));
        } finally {
            lock.unlock();
        }
    }

    /** Hands out the units that can begin now, and after a restart those that had begun; each of them once. */
    List<WorkUnit> claim() {
        lock.lock();
        try {
            List<WorkUnit> units = graph.ready(ahead);
            for (UnitFold unit : ahead.units()) {
                if (unit.state() == UnitState.RUNNING) {
                    units.add(unit.unit());
                }
            }
            units.removeIf(unit -> !claimed.add(unit.id()));
            return units;
        } finally {
            lock.unlock();
        }
    }

    /** True for the one caller who has to end the run: nothing is on its way and nothing can begin. */
    boolean mayFinish() {
        lock.lock();
        try {
            boolean idle = claimed.stream()
                    .allMatch(id -> ahead.unit(id).map(UnitFold::over).orElse(true));
            if (finishing || !idle || !graph.ready(ahead).isEmpty()) {
                return false;
            }
            finishing = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Remembers the timer of a unit's next attempt. */
    void pausing(String unit, ScheduledFuture<?> timer) {
        lock.lock();
        try {
            pauses.put(unit, timer);
        } finally {
            lock.unlock();
        }
    }

    /** Stops all timers; the units whose timers had not fired. */
    List<WorkUnit> wake() {
        lock.lock();
        try {
            List<WorkUnit> woken = new ArrayList<>();
            pauses.forEach((unit, timer) -> {
                if (timer.cancel(false)) {
                    ahead.unit(unit).map(UnitFold::unit).ifPresent(woken::add);
                }
            });
            pauses.clear();
            return woken;
        } finally {
            lock.unlock();
        }
    }

    /** Says that the end of the run is durable. */
    void ended() {
        over.countDown();
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return over.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    Optional<UnitFold> unit(String id) {
        return ahead().unit(id);
    }
}
