package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.ToolPin;
import org.jspecify.annotations.Nullable;

/**
 * One version of a tool: what it declares, its compiled form, and how many calls hold it right now. Compiled at first use, so
 * that starting the platform starts no tool. Thread-safe; the count is atomic, its sign bit says that no new call may begin.
 */
public final class ToolVersion {

    private static final long CLOSED = Long.MIN_VALUE;

    private final Spec spec;
    private final ToolSource source;
    private final AtomicLong leases = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile @Nullable CompiledTool compiled;
    private volatile @Nullable ToolPin pin;

    ToolVersion(Spec spec, ToolSource source) {
        this.spec = spec;
        this.source = source;
    }

    Spec spec() {
        return spec;
    }

    ToolSource source() {
        return source;
    }

    /** Name, version and digest; the first call reads the bundle's bytes. */
    ToolPin pin() {
        ToolPin known = pin;
        if (known == null) {
            known = new ToolPin(spec.name(), source.version(), source.sha256());
            pin = known;
        }
        return known;
    }

    /** The same if it was asked for before. */
    Optional<ToolPin> knownPin() {
        return Optional.ofNullable(pin);
    }

    /** Throws {@code IllegalArgumentException} when the tool's types or permissions are not well-formed. */
    CompiledTool compiled() {
        CompiledTool known = compiled;
        if (known == null) {
            known = CompiledTool.of(spec, source.tool());
            compiled = known;
        }
        return known;
    }

    /** Why it cannot be called at all; empty for a tool whose types and permissions are well-formed. */
    Optional<String> defect() {
        if (compiled != null) {
            return Optional.empty();
        }
        try {
            compiled();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(this + " cannot be called: " + e.getMessage());
        }
    }

    /** Begins a use; false once the version is being withdrawn. */
    boolean acquire() {
        long now = leases.get();
        while (now >= 0) {
            if (leases.compareAndSet(now, now + 1)) {
                return true;
            }
            now = leases.get();
        }
        return false;
    }

    /** One more use by somebody who holds one already. */
    void retain() {
        leases.incrementAndGet();
    }

    /** Ends a use. */
    void release() {
        if (leases.decrementAndGet() == CLOSED) {
            lock.lock();
            try {
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** How many calls hold it. */
    long leases() {
        return leases.get() & Long.MAX_VALUE;
    }

    /** Lets no new call begin and waits for those there are; false when some are still running after the limit. */
    boolean drain(Duration limit) throws InterruptedException {
        leases.getAndUpdate(count -> count | CLOSED);
        long left = limit.toNanos();
        lock.lock();
        try {
            while (leases() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return leases() == 0;
        } finally {
            lock.unlock();
        }
    }

    ToolDescription describe() {
        CompiledTool tool = compiled();
        return new ToolDescription(
                pin(),
                spec.description(),
                List.copyOf(spec.permissions()),
                spec.effectName(),
                spec.riskName(),
                spec.timeout(),
                tool.reversible().isPresent(),
                tool.probe().isPresent(),
                tool.input().schema(),
                tool.output().schema());
    }

    @Override
    public String toString() {
        return spec.name() + " " + source.version();
    }
}
