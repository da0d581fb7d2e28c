package org.auleos.tools.log.internal.stats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long and how full a file is. Confined to one thread. */
final class Extent {

    private final Timeline timeline = new Timeline();
    private long records;
    private @Nullable Instant first;
    private @Nullable Instant last;

    void add(@Nullable Instant time) {
        records++;
        if (time != null) {
            timeline.add(time.getEpochSecond());
            first = first == null || time.isBefore(first) ? time : first;
            last = last == null || time.isAfter(last) ? time : last;
        }
    }

    long records() {
        return records;
    }

    /** Records of the file after the time. */
    long recordsAfter(Instant time) {
        return timeline.between(time.getEpochSecond() + timeline.widthSeconds(), Long.MAX_VALUE / 2);
    }

    /** Where in the file's time the instant lies: 0 its beginning, 1 its end; 0 when the file tells no time. */
    double position(@Nullable Instant time) {
        if (time == null || first == null || last == null || !last.isAfter(first)) {
            return 0;
        }
        double whole = last.toEpochMilli() - first.toEpochMilli();
        return (time.toEpochMilli() - first.toEpochMilli()) / whole;
    }

    long seconds() {
        return first == null || last == null ? 0 : last.getEpochSecond() - first.getEpochSecond();
    }
}
