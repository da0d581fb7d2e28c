package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ends one run. */
@Service
@Command(scope = "run", name = "cancel", description = "End a run; what it did stays done.")
public final class RunCancel extends RunBase {

    @Option(name = "-r", aliases = "--reason", description = "why, for the record")
    private String reason = "asked in the shell";

    @Override
    void run() throws InterruptedException {
        String run = id();
        if (!runs.cancel(run, reason, person())) {
            throw new IllegalArgumentException("no run \"" + run + "\" that is not over; run:list lists them");
        }
        say("asked run " + run + " to end");
    }
}
