package org.auleos.api.agent;

import org.auleos.json.Named;

/** What the ledger knows about an agent's work on a unit. */
public sealed interface AgentEvent {

    /**
     * What an agent is about to do and why, before it does.
     *
     * @param thought one sentence
     */
    @Named("agent.thought")
    record Thought(String role, String tool, String thought) implements AgentEvent {}

    /**
     * An agent refused to act: the unit asks for a tool or a capability outside its role.
     *
     * @param problem what was asked and what the role may do
     */
    @Named("agent.refused")
    record Refused(String role, String tool, String problem) implements AgentEvent {}
}
