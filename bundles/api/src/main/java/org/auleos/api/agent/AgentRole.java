package org.auleos.api.agent;

import java.util.List;
import java.util.Set;
import org.auleos.api.policy.Capability;

/**
 * A kind of agent, as data.
 *
 * @param name e.g. {@code storage}
 * @param description what it looks after
 * @param tools names of tools it may call; {@code log.*} stands for a namespace
 * @param capabilities what it may be granted at most
 * @param concurrency units it does at the same time, at least 1
 */
public record AgentRole(
        String name, String description, List<String> tools, Set<Capability> capabilities, int concurrency) {

    public AgentRole {
        tools = List.copyOf(tools);
        capabilities = Set.copyOf(capabilities);
    }
}
