package org.auleos.http.internal;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.plan.Planner;
import org.auleos.api.policy.Approvals;
import org.auleos.api.run.Runs;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.Scheduler;

/**
 * What the routes are served from.
 *
 * @param version of the product, for people
 */
record Services(
        Runs runs,
        Planner planner,
        Toolbox toolbox,
        Ledger ledger,
        Users users,
        Approvals approvals,
        Scheduler scheduler,
        Clock clock,
        RandomGenerator random,
        String version) {

    /** Every route of the contract, literal templates before ones with names. */
    RouteTable routes() {
        java.util.List<Route> all = new java.util.ArrayList<>();
        all.addAll(new StatusRoutes(this).routes());
        all.addAll(new GoalRoutes(runs, planner).routes());
        all.addAll(new RunRoutes(runs, ledger, users).routes());
        all.addAll(new ToolRoutes(toolbox, ledger, random).routes());
        all.addAll(new ApprovalRoutes(approvals).routes());
        all.addAll(new LedgerRoutes(ledger).routes());
        all.addAll(new LedgerProofRoutes(ledger).routes());
        all.addAll(new UserRoutes(users).routes());
        return new RouteTable(all);
    }
}
