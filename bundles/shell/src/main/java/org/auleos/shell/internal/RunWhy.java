package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.run.Why;

/** Explains one run. */
@Service
@Command(scope = "run", name = "why", description = "Say why a run did what it did, with the ledger's evidence.")
public final class RunWhy extends RunBase {

    @Override
    void run() {
        print(runs.why(id()).orElseThrow(this::unknown), "");
    }

    private static void print(Why why, String indent) {
        StringBuilder evidence = new StringBuilder();
        why.evidence().forEach(sequence -> evidence.append(" #").append(sequence));
        say(indent + why.subject() + ": " + why.reason() + evidence);
        why.below().forEach(below -> print(below, indent + "  "));
    }
}
