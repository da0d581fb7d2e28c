package org.auleos.shell.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.auleos.api.policy.Approval;

/** Approves one call. */
@Service
@Command(scope = "approval", name = "approve", description = "Show the exact call that waits, and let it run once.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class ApprovalApprove extends ApprovalBase {

    @Reference
    private Session session;

    @Option(name = "-y", aliases = "--yes", description = "do not ask on a terminal")
    private boolean yes;

    @Override
    void decide(Approval shown) throws InterruptedException {
        if (!yes && !confirmed()) {
            say("nothing was approved");
            return;
        }
        Approval decided = approvals.approve(shown.id(), shown.digest(), person());
        int missing = decided.people() - decided.approvedBy().size();
        say(missing > 0 ? decided.id() + " needs " + missing + " more" : "approved " + decided.id());
    }

    /** Asks where somebody watches; a command given to ssh or in a script has said what it wants. */
    private boolean confirmed() {
        Process process = Process.Utils.current();
        if (process == null || !process.isTty(1)) {
            return true;
        }
        try {
            String answer = Objects.requireNonNullElse(session.readLine("approve exactly this call? [y/N] ", null), "");
            String word = answer.strip().toLowerCase(Locale.ROOT);
            return word.equals("y") || word.equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the answer", e);
        }
    }
}
