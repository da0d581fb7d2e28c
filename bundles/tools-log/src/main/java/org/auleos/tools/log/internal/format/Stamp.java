package org.auleos.tools.log.internal.format;

/** The parts of one timestamp as it was written; refilled for every line, confined to one thread. */
final class Stamp {

    static final int UNSET = Integer.MIN_VALUE;

    /** How much of a moment a stamp names. */
    enum Shape {
        /** Seconds since 1970, whole. */
        EPOCH,
        /** Seconds since the machine started. */
        UPTIME,
        /** A date and a time of day. */
        FULL,
        /** A date only. */
        DATE,
        /** A time of day only. */
        CLOCK
    }

    Shape shape = Shape.FULL;
    /** Seconds since 1970 or since start, for {@link Shape#EPOCH} and {@link Shape#UPTIME}. */
    long seconds;

    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    int nano;
    /** Seconds east of UTC, or {@link #UNSET}. */
    int offset;

    void clear() {
        shape = Shape.FULL;
        seconds = 0;
        year = UNSET;
        month = UNSET;
        day = UNSET;
        hour = 0;
        minute = 0;
        second = 0;
        nano = 0;
        offset = UNSET;
    }

    boolean setDate(int y, int m, int d) {
        year = y;
        month = m;
        day = d;
        return m >= 1 && m <= 12 && d >= 1 && d <= 31 && (y == UNSET || (y >= 1970 && y < 2200));
    }

    /** Returns the whole seconds since 1970 of a full date and time, read as UTC. */
    long utcSeconds() {
        return epochDay(year, month, day) * 86_400 + hour * 3600L + minute * 60L + second;
    }

    /** Days since 1970 of a date of the proleptic Gregorian calendar (H. Hinnant, "days_from_civil"). */
    static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }
}
