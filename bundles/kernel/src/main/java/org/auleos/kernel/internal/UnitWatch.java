package org.auleos.kernel.internal;

import org.auleos.api.run.RunEvent;
import org.auleos.api.tool.ToolCall;

/** Watches one attempt at a unit: knows about cancellation, and records progress at a pace people can read. */
final class UnitWatch implements ToolCall.Watch {

    private static final long QUIET_MILLIS = 250;

    private final LiveRun run;
    private final String unit;
    private long last = Long.MIN_VALUE;

    UnitWatch(LiveRun run, String unit) {
        this.run = run;
        this.unit = unit;
    }

    @Override
    public boolean cancelled() {
        return run.cancelled();
    }

    @Override
    public void progress(double fraction, String message) {
        if (due(run.now())) {
            run.record(new RunEvent.UnitProgressed(unit, fraction, message), run.provenance(unit), "");
        }
    }

    private synchronized boolean due(long nowMillis) {
        if (last != Long.MIN_VALUE && nowMillis - last < QUIET_MILLIS) {
            return false;
        }
        last = nowMillis;
        return true;
    }
}
