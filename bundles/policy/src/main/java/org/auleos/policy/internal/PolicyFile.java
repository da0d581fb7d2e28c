package org.auleos.policy.internal;

import java.util.ArrayList;
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
 * @param version of this format, {@value #FORMAT}
 * @param roles what people may do, by role; whatever is not listed is denied
 * @param deny what nobody may do, whoever granted it
 * @param ask risks for which an agent needs a person's approval
 */
record PolicyFile(int version, Roles roles, List<Rule> deny, Set<Risk> ask) {

    static final int FORMAT = 1;

    private static final Codec<PolicyFile> CODEC = Codec.of(PolicyFile.class);

    PolicyFile {
        if (version != FORMAT) {
            throw new IllegalArgumentException("version is " + version + "; expected " + FORMAT);
        }
    }

    /** Capabilities by role; a role has those of the lower ones too. */
    record Roles(List<Capability> viewer, List<Capability> operator, List<Capability> admin) {

        List<Capability> of(Role role) {
            List<Capability> all = new ArrayList<>(viewer);
            if (role != Role.VIEWER) {
                all.addAll(operator);
            }
            if (role == Role.ADMIN) {
                all.addAll(admin);
            }
            return List.copyOf(all);
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
