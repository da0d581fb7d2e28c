package org.auleos.kernel.internal;

import org.auleos.api.agent.Agents;
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

    @Activate
    public Crew(@Reference Agents agents, @Reference Scheduler scheduler, @Reference Toolbox toolbox) {
        this.agents = agents;
        this.scheduler = scheduler;
        this.toolbox = toolbox;
    }

    Skills skills(RunLog log) {
        return new Skills(
                new Attempt(agents, scheduler, toolbox),
                new Doubt(toolbox, log.ledger()),
                new Compensation(toolbox, log));
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Toolbox toolbox() {
        return toolbox;
    }
}
