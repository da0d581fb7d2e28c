package org.auleos.agents.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.auleos.api.agent.AgentEvent;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.agent.Agents;
import org.auleos.api.agent.Assignment;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.Reference;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Family;

/**
 * The agent loop over roles that are data: propose the unit's call and say why, check it against the role, act through the
 * toolbox, which records what came of it. The thought is queued for the ledger and not waited for: it shares the sync of the
 * call's own records. Stateless.
 */
public final class RoleAgents implements Agents {

    private static final Family<AgentEvent> EVENTS = Family.of(AgentEvent.class);

    private final Roles roles;
    private final Toolbox toolbox;
    private final Ledger ledger;

    /** Over services, wired without a framework. */
    public RoleAgents(Roles roles, Toolbox toolbox, Ledger ledger) {
        this.roles = roles;
        this.toolbox = toolbox;
        this.ledger = ledger;
    }

    @Override
    public List<AgentRole> roles() {
        return roles.all();
    }

    @Override
    public Optional<AgentRole> role(String name) {
        return roles.named(name);
    }

    @Override
    public Outcome perform(Assignment assignment) throws InterruptedException {
        WorkUnit unit = assignment.unit();
        Optional<AgentRole> role = roles.named(unit.role());
        if (role.isEmpty()) {
            return refuse(assignment, "there is no agent " + unit.role() + ": expected one of " + names());
        }
        if (!Authority.mayCall(role.get(), unit.tool())) {
            return refuse(
                    assignment,
                    "agent " + unit.role() + " may not call " + unit.tool() + ": expected one of "
                            + role.get().tools());
        }
        return act(assignment, role.get());
    }

    private Outcome act(Assignment assignment, AgentRole role) throws InterruptedException {
        WorkUnit unit = assignment.unit();
        Provenance agent = assignment.provenance().withActor("agent:" + role.name());
        record(new AgentEvent.Thought(role.name(), unit.tool(), thought(assignment)), agent);
        return toolbox.call(new ToolCall(
                unit.tool(),
                assignment.input(),
                agent,
                Authority.intersection(assignment.granted(), role.capabilities()),
                assignment.key(),
                assignment.attempt(),
                unit.timeout(),
                assignment.watch()));
    }

    private static String thought(Assignment assignment) {
        WorkUnit unit = assignment.unit();
        Set<String> sources = new TreeSet<>();
        Reference.in(unit.input()).forEach(reference -> sources.add(reference.source()));
        String with = String.join(" and ", sources);
        return unit.title() + " with " + unit.tool()
                + (with.isEmpty() ? "" : ", using what " + with + " found")
                + (assignment.attempt() == 1 ? "" : "; this is attempt " + assignment.attempt());
    }

    private Outcome refuse(Assignment assignment, String problem) {
        WorkUnit unit = assignment.unit();
        record(new AgentEvent.Refused(unit.role(), unit.tool(), problem), assignment.provenance());
        return new Outcome.Failed("refused_by_agent", problem, false);
    }

    private void record(AgentEvent event, Provenance provenance) {
        ledger.append(
                new Draft(EVENTS.name(event), EVENTS.version(event), provenance, why(event), EVENTS.write(event)));
    }

    private static String why(AgentEvent event) {
        return event instanceof AgentEvent.Refused refused ? refused.problem() : "the plan asks for it";
    }

    private List<String> names() {
        return roles.all().stream().map(AgentRole::name).toList();
    }
}
