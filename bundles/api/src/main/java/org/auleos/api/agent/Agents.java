package org.auleos.api.agent;

import java.util.List;
import java.util.Optional;
import org.auleos.api.tool.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** The agents, and the loop each of them runs: propose, check, act, record. Thread-safe. */
@ProviderType
public interface Agents {

    /** Does one attempt at a unit, on the caller's thread. */
    Outcome perform(Assignment assignment) throws InterruptedException;

    /** All roles, by name. */
    List<AgentRole> roles();

    /** The role of that name. */
    Optional<AgentRole> role(String name);
}
