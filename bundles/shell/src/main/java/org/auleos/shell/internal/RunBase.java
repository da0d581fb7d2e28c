package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.auleos.api.run.RunException;
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

    /** Something that is asked of a run. */
    @FunctionalInterface
    interface Request {
        void make() throws InterruptedException;
    }

    /** Makes a request; what cannot be met is shown as one line. */
    static void asked(Request request) throws InterruptedException {
        try {
            request.make();
        } catch (RunException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    final IllegalArgumentException unknown() {
        return new IllegalArgumentException("no run \"" + id + "\"; run:list lists them");
    }
}
