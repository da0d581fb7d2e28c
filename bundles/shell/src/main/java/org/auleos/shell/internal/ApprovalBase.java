package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.ApprovalException;
import org.auleos.api.policy.Approvals;

/** A command that decides about one approval. */
@SuppressWarnings("NullAway.Init") // the shell sets the fields
abstract class ApprovalBase extends Base {

    @Reference
    Approvals approvals;

    @Argument(name = "id", description = "the approval's id, e.g. a-0007", required = true)
    @Completion(ApprovalCompleter.class)
    private String id;

    @Override
    final void run() throws InterruptedException {
        Approval approval = approvals
                .one(id)
                .orElseThrow(() ->
                        new IllegalArgumentException("no approval \"" + id + "\"; approval:list --all lists them"));
        approvals.lines(approval).forEach(out()::println);
        try {
            decide(approval);
        } catch (ApprovalException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Decides about what was shown. */
    abstract void decide(Approval shown) throws InterruptedException;
}
