package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approvals;

/** Lists approvals. */
@Service
@Command(scope = "approval", name = "list", description = "List calls of agents that wait for people.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class ApprovalList extends Base {

    @Reference
    private Approvals approvals;

    @Option(name = "-a", aliases = "--all", description = "the decided ones of late too")
    private boolean all;

    @Override
    void run() {
        ShellTable table = table("Id", "State", "Tool", "Risk", "By", "Run", "Unit", "Yes", "Expires", "Why");
        for (Approval approval : approvals.list(all)) {
            row(
                    table,
                    approval.id(),
                    Shown.word(approval.state()),
                    approval.call().tool(),
                    approval.call().risk(),
                    approval.call().actor(),
                    approval.call().run(),
                    approval.call().unit(),
                    approval.approvedBy().size() + "/" + approval.people(),
                    Shown.time(approval.expires()),
                    approval.problem().orElse(approval.why()));
        }
        table.print(out());
    }
}
