package org.auleos.policy.internal;

import java.util.List;
import java.util.Set;
import org.auleos.api.identity.Role;
import org.auleos.api.policy.Capability;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/**
 * A policy as it is written.
 *
 * @param roles what people may do, by role; whatever is not listed is denied
 * @param deny what nobody may do, whoever granted it
 * @param ask risks for which an agent needs a person's approval
 */
record PolicyFile(Roles roles, List<Rule> deny, Set<Risk> ask) {

    private static final Codec<PolicyFile> CODEC = Codec.of(PolicyFile.class);

    /** Capabilities by role; a role has its own alone, not those of a lower one. */
    record Roles(List<Capability> viewer, List<Capability> operator, List<Capability> admin) {

        List<Capability> of(Role role) {
            return switch (role) {
                case VIEWER -> viewer;
                case OPERATOR -> operator;
                case ADMIN -> admin;
            };
        }
    }

    /** A capability nobody has, and why. */
    record Rule(Capability capability, String why) {}

    /** How much harm a wrong call can do, as tools declare it. */
    enum Risk {
        NONE,
        LOW,
        MEDIUM,
        HIGH
    }

    /** Reads a file strictly. Throws {@link JsonException} naming the member. */
    static PolicyFile of(byte[] utf8) {
        return CODEC.read(Json.parse(utf8));
    }

    /** The canonical form, whose hash is the policy's version. */
    byte[] bytes() {
        return CODEC.write(this).bytes();
    }
}
