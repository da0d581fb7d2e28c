package org.auleos.toolbox.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.auleos.api.tool.ToolEvent.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What one call was told about the world: the first reading of the clock, the seed of its randomness, and every variable of the
 * environment once. Thread-safe by its lock.
 */
final class Observations {

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final RandomGenerator seeds;
    private @Nullable List<Observation> seen;
    private @Nullable Clock recordedClock;
    private @Nullable RandomGenerator random;

    Observations(Clock clock, RandomGenerator seeds) {
        this.clock = clock;
        this.seeds = seeds;
    }

    /** A clock whose first reading is recorded; later ones tell a tool how much time passed, and are not. */
    Clock clock() {
        lock.lock();
        try {
            Clock known = recordedClock;
            if (known == null) {
                known = new RecordedClock(clock.getZone());
                recordedClock = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** One generator for the whole call. */
    RandomGenerator random() {
        lock.lock();
        try {
            RandomGenerator known = random;
            if (known == null) {
                long seed = seeds.nextLong();
                record("random", Long.toString(seed));
                SplittableRandom source = new SplittableRandom(seed);
                known = () -> next(source);
                random = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** For all the threads of the call. */
    private long next(SplittableRandom source) {
        lock.lock();
        try {
            return source.nextLong();
        } finally {
            lock.unlock();
        }
    }

    void record(String source, String value) {
        lock.lock();
        try {
            List<Observation> all = seen == null ? new ArrayList<>() : seen;
            Observation observation = new Observation(source, value);
            if (!all.contains(observation)) {
                all.add(observation);
            }
            seen = all;
        } finally {
            lock.unlock();
        }
    }

    List<Observation> all() {
        lock.lock();
        try {
            return seen == null ? List.of() : List.copyOf(seen);
        } finally {
            lock.unlock();
        }
    }

    /** Records its first reading. */
    private final class RecordedClock extends Clock {

        private final ZoneId zone;
        private boolean read;

        private RecordedClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return other.equals(zone) ? this : new RecordedClock(other);
        }

        @Override
        public Instant instant() {
            Instant now = clock.instant();
            lock.lock();
            try {
                if (!read) {
                    read = true;
                    record("clock", now.toString());
                }
            } finally {
                lock.unlock();
            }
            return now;
        }
    }
}
