package org.auleos.agents.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.auleos.api.agent.AgentRole;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** The roles there are, by name. Immutable. */
public final class Roles {

    private static final Codec<AgentRole> CODEC = Codec.of(AgentRole.class);

    private final Map<String, AgentRole> byName = new LinkedHashMap<>();

    /** Throws {@code IllegalArgumentException} for a role that is there twice or does nothing at a time. */
    public Roles(Collection<AgentRole> roles) {
        for (AgentRole role : roles) {
            if (role.concurrency() < 1) {
                throw new IllegalArgumentException(
                        "role " + role.name() + ": concurrency " + role.concurrency() + ": expected at least 1");
            }
            if (byName.put(role.name(), role) != null) {
                throw new IllegalArgumentException("role " + role.name() + " is there twice: expected one file for it");
            }
        }
    }

    /** Reads a role file. Throws {@code IllegalArgumentException} naming the file and what is wrong with it. */
    static AgentRole read(String file, byte[] bytes) {
        try {
            return CODEC.read(Json.parse(bytes));
        } catch (JsonException e) {
            throw new IllegalArgumentException("role file " + file + ": " + e.getMessage(), e);
        }
    }

    List<AgentRole> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(AgentRole::name))
                .toList();
    }

    Optional<AgentRole> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
