package org.auleos.kernel.internal;

import org.auleos.api.agent.Agents;
import org.auleos.api.policy.Approvals;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.Scheduler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Those who do the work of a unit, as one service of this bundle to itself. */
@Component(service = Crew.class)
public final class Crew {

    private final Agents agents;
    private final Scheduler scheduler;
    private final Toolbox toolbox;
    private final Approvals approvals;

    @Activate
    public Crew(
            @Reference Agents agents,
            @Reference Scheduler scheduler,
            @Reference Toolbox toolbox,
            @Reference Approvals approvals) {
        this.agents = agents;
        this.scheduler = scheduler;
        this.toolbox = toolbox;
        this.approvals = approvals;
    }

    Skills skills(RunLog log) {
        return new Skills(
                new Attempt(agents, scheduler, toolbox),
                new Doubt(toolbox, log.ledger()),
                new Compensation(toolbox, log),
                approvals);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Toolbox toolbox() {
        return toolbox;
    }
}
