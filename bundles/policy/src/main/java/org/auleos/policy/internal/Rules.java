package org.auleos.policy.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.identity.Role;
import org.auleos.api.policy.Capability;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/**
 * A policy as data. Immutable.
 *
 * @param version what every decision names: the first 16 hex digits of the SHA-256 of the text
 * @param roles what each role may do; a role may do all the ones before it may
 * @param deny what nobody may do, whatever else is granted
 * @param ask risks from which on a person has to approve the exact call
 */
record Rules(String version, Map<Role, List<Capability>> roles, List<Capability> deny, Set<String> ask) {

    private static final Codec<Text> TEXT = Codec.of(Text.class);
    private static final int FORMAT = 1;
    private static final Set<String> RISKS = Set.of("none", "low", "medium", "high");

    /** The file as it is written. */
    record Text(int version, Map<String, List<Capability>> roles, List<Capability> deny, Set<String> ask) {}

    /** Reads a policy. Throws {@code JsonException} naming the member that is wrong. */
    static Rules read(byte[] text) {
        Text written = TEXT.read(Json.parse(text));
        if (written.version() != FORMAT) {
            throw new JsonException("version", "found " + written.version() + ", expected " + FORMAT);
        }
        for (String risk : written.ask()) {
            if (!RISKS.contains(risk)) {
                throw new JsonException("ask", "found \"" + risk + "\", expected some of " + RISKS);
            }
        }
        return new Rules(
                Digest.of(text), byRole(written.roles()), List.copyOf(written.deny()), Set.copyOf(written.ask()));
    }

    private static Map<Role, List<Capability>> byRole(Map<String, List<Capability>> written) {
        Map<Role, List<Capability>> roles = new EnumMap<>(Role.class);
        written.forEach((name, capabilities) -> roles.put(role(name), List.copyOf(capabilities)));
        return Map.copyOf(roles);
    }

    private static Role role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equalsIgnoreCase(name)) {
                return role;
            }
        }
        throw new JsonException("roles." + name, "no such role, expected viewer, operator or admin");
    }

    /** True when the role, or one before it, may do it. */
    boolean allows(Role role, Capability required) {
        for (Role each : Role.values()) {
            if (each.compareTo(role) <= 0 && covered(roles.getOrDefault(each, List.of()), required)) {
                return true;
            }
        }
        return false;
    }

    /** The rule that forbids it, if one does. */
    Optional<Capability> forbidding(Capability required) {
        return deny.stream().filter(rule -> rule.covers(required)).findFirst();
    }

    static boolean covered(Iterable<Capability> granted, Capability required) {
        for (Capability capability : granted) {
            if (capability.covers(required)) {
                return true;
            }
        }
        return false;
    }
}
