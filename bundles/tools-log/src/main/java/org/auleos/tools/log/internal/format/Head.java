package org.auleos.tools.log.internal.format;

import java.time.Instant;
import java.util.Map;
import org.auleos.tools.log.internal.record.Level;
import org.jspecify.annotations.Nullable;

/** What the head of one line said; refilled for every line, confined to one thread. */
final class Head {

    @Nullable
    Instant time;

    Level level = Level.UNKNOWN;
    String host = "";
    String process = "";
    int pid = -1;
    String message = "";
    Map<String, String> fields = Map.of();

    /** What the line itself says beyond the message: a stack trace that a structured format carries. */
    String detail = "";

    /** Whether every part that the format expects was there; false when the head broke off after its timestamp. */
    boolean complete;

    /** Whether the line adds to the record before it although it has a head of its own. */
    boolean addition;

    void clear() {
        time = null;
        level = Level.UNKNOWN;
        host = "";
        process = "";
        pid = -1;
        message = "";
        fields = Map.of();
        detail = "";
        complete = true;
        addition = false;
    }
}
