package org.auleos.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.auleos.api.tool.Toolbox;

/** Completes names of tools. */
@Service
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class ToolCompleter implements Completer {

    @Reference
    private Toolbox toolbox;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter strings = new StringsCompleter();
        toolbox.tools().forEach(tool -> strings.getStrings().add(tool.pin().name()));
        return strings.complete(session, line, candidates);
    }
}
