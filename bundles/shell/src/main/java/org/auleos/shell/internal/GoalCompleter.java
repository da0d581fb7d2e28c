package org.auleos.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.auleos.api.plan.Planner;

/** Completes goals that can be planned. */
@Service
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class GoalCompleter implements Completer {

    @Reference
    private Planner planner;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter strings = new StringsCompleter();
        planner.known().forEach(known -> strings.getStrings().add(known.name()));
        return strings.complete(session, line, candidates);
    }
}
