package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;

/** A command about one run. */
@SuppressWarnings("NullAway.Init") // the shell sets the fields
abstract class RunBase extends Base {

    @Reference
    Runs runs;

    @Argument(name = "id", description = "the run's id, or last", required = true)
    @Completion(RunCompleter.class)
    private String id;

    final String id() {
        return id.equals("last")
                ? runs.list(1).stream().findFirst().map(RunView::id).orElse(id)
                : id;
    }

    final IllegalArgumentException unknown() {
        return new IllegalArgumentException("no run \"" + id + "\"; run:list lists them");
    }
}
