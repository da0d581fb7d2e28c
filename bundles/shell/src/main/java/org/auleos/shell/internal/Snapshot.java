package org.auleos.shell.internal;

import java.time.Instant;
import java.util.List;
import org.auleos.api.run.RunView;
import org.auleos.api.work.Scheduler;

/**
 * What the monitor looks at, at one moment.
 *
 * @param runs the newest ones
 * @param sequence of the ledger's newest durable record
 * @param cpuMillis processor time this process has used so far
 * @param heapUsed bytes
 * @param heapMax bytes
 */
record Snapshot(
        Instant time,
        List<RunView> runs,
        Scheduler.Load load,
        long sequence,
        long cpuMillis,
        long heapUsed,
        long heapMax,
        int tools) {

    Snapshot {
        runs = List.copyOf(runs);
    }
}
