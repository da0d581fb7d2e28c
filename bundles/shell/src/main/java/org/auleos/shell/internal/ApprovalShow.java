package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.policy.Approval;

/** Shows one approval. */
@Service
@Command(scope = "approval", name = "show", description = "Show the exact call an approval is about, and where it is.")
public final class ApprovalShow extends ApprovalBase {

    @Override
    void decide(Approval shown) {
        say(Shown.word(shown.state()) + ": " + shown.problem().orElse(shown.why()));
    }
}
