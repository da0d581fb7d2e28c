package org.auleos.agents.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.policy.Capability;

/** What a role may do: its tools, and the intersection of its capabilities with what a run is granted. */
final class Authority {

    private Authority() {}

    /** True when the role may call the tool: it names it, or its namespace as {@code log.*}. */
    static boolean mayCall(AgentRole role, String tool) {
        for (String allowed : role.tools()) {
            boolean namespace = allowed.endsWith(".*") && tool.startsWith(allowed.substring(0, allowed.length() - 1));
            if (namespace || allowed.equals(tool)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The capabilities both sides have: of two that overlap because one covers the other, the narrower one. Two that
     * overlap without either covering the other contribute nothing.
     */
    static Set<Capability> intersection(Set<Capability> granted, Set<Capability> role) {
        Set<Capability> both = new LinkedHashSet<>();
        for (Capability grant : granted) {
            for (Capability own : role) {
                if (own.covers(grant)) {
                    both.add(grant);
                } else if (grant.covers(own)) {
                    both.add(own);
                }
            }
        }
        return both;
    }
}
