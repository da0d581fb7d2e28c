package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.policy.Approval;

/** Refuses one call. */
@Service
@Command(scope = "approval", name = "deny", description = "Refuse a call that waits; its unit fails.")
public final class ApprovalDeny extends ApprovalBase {

    @Option(name = "-w", aliases = "--why", description = "why, for the record")
    private String reason = "";

    @Override
    void decide(Approval shown) throws InterruptedException {
        say(approvals.deny(shown.id(), reason, person()).problem().orElse("denied"));
    }
}
