package org.auleos.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.auleos.api.run.Runs;

/** Completes ids of recent runs. */
@Service
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class RunCompleter implements Completer {

    @Reference
    private Runs runs;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter strings = new StringsCompleter();
        runs.list(100).forEach(run -> strings.getStrings().add(run.id()));
        return strings.complete(session, line, candidates);
    }
}
