package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Says that the effects of a failed run stay. */
@Service
@Command(scope = "run", name = "keep", description = "Leave what a failed run did that is held to ask.")
public final class RunKeep extends RunBase {

    @Option(name = "-r", aliases = "--reason", description = "why, for the record")
    private String reason = "asked in the shell";

    @Override
    void run() throws InterruptedException {
        String run = id();
        asked(() -> runs.keep(run, reason, person()));
        say("what run " + run + " did stays");
    }
}
