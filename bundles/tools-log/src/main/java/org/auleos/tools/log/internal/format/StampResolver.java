package org.auleos.tools.log.internal.format;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parts of timestamps into moments: a missing year or date is the one nearest to the record before, the first one
 * the latest that is not after the file's own time; a missing zone is the caller's. Confined to one thread.
 */
final class StampResolver {

    private static final long DAY = 86_400;

    private final ZoneId zone;
    private final Instant fileTime;
    private final LocalDateTime modified;

    /** The local second of the record before, or {@link Long#MIN_VALUE}. */
    private long last = Long.MIN_VALUE;

    private long offsetHour = Long.MIN_VALUE;
    private int offsetSeconds;

    StampResolver(ZoneId zone, Instant modified) {
        this.zone = zone;
        this.fileTime = modified;
        this.modified = LocalDateTime.ofInstant(modified, zone);
    }

    /** Returns a resolver for the same log that has seen nothing of it yet. */
    StampResolver fresh() {
        return new StampResolver(zone, fileTime);
    }

    /** Returns the moment a stamp names, or null when it counts from a start nobody knows. */
    @Nullable
    Instant resolve(Stamp stamp) {
        return switch (stamp.shape) {
            case UPTIME -> null;
            case EPOCH -> Instant.ofEpochSecond(stamp.seconds, stamp.nano);
            case CLOCK -> local(nearest(clockToday(stamp), DAY), stamp);
            case FULL, DATE -> local(stamp.year == Stamp.UNSET ? yearless(stamp) : stamp.utcSeconds(), stamp);
        };
    }

    private Instant local(long second, Stamp stamp) {
        last = second;
        int offset = stamp.offset == Stamp.UNSET ? offsetAt(second) : stamp.offset;
        return Instant.ofEpochSecond(second - offset, stamp.nano);
    }

    private int offsetAt(long localSecond) {
        long hour = Math.floorDiv(localSecond, 3600L);
        if (hour != offsetHour) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
            offsetSeconds = zone.getRules().getOffset(local).getTotalSeconds();
            offsetHour = hour;
        }
        return offsetSeconds;
    }

    private long clockToday(Stamp stamp) {
        stamp.setDate(modified.getYear(), modified.getMonthValue(), modified.getDayOfMonth());
        long today = stamp.utcSeconds();
        return today > limit() ? today - DAY : today;
    }

    private long yearless(Stamp stamp) {
        stamp.year = last == Long.MIN_VALUE ? modified.getYear() : yearOf(last);
        long second = stamp.utcSeconds();
        if (last == Long.MIN_VALUE) {
            if (second > limit()) {
                stamp.year--;
            }
            return stamp.utcSeconds();
        }
        long year = 365 * DAY;
        if (second < last - year / 2) {
            stamp.year++;
        } else if (second > last + year / 2) {
            stamp.year--;
        }
        return stamp.utcSeconds();
    }

    /** Returns the second moved by whole periods to be at most half a period from the record before. */
    private long nearest(long second, long period) {
        if (last == Long.MIN_VALUE) {
            return second;
        }
        return second + Math.floorDiv(last - second + period / 2, period) * period;
    }

    /** A day after the file's own time: clocks and zones of the writer may be ahead of ours. */
    private long limit() {
        return modified.toEpochSecond(ZoneOffset.UTC) + DAY;
    }

    private static int yearOf(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).getYear();
    }
}
