package org.auleos.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.auleos.api.policy.Approvals;

/** Completes ids of approvals that wait for people. */
@Service
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class ApprovalCompleter implements Completer {

    @Reference
    private Approvals approvals;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter strings = new StringsCompleter();
        approvals.list(false).forEach(approval -> strings.getStrings().add(approval.id()));
        return strings.complete(session, line, candidates);
    }
}
