package org.auleos.policy.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.auleos.api.identity.Role;
import org.auleos.api.policy.Capability;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is written.
 *
 * @param version of this format, {@value #FORMAT}
 * @param roles what people may do, by role; whatever is not listed is denied
 * @param deny what nobody may do, whoever granted it
 * @param ask when an agent needs people: rules, or risks alone
 * @param approvalHours how long a question to people is good for, {@value #USUAL_HOURS} unless said
 */
record PolicyFile(
        int version,
        Roles roles,
        List<Rule> deny,
        List<Json> ask,
        @Nullable Integer approvalHours) {

    static final int FORMAT = 1;

    private static final int USUAL_HOURS = 24;
    private static final int MOST_HOURS = 24 * 365;

    private static final Codec<PolicyFile> CODEC = Codec.of(PolicyFile.class);

    PolicyFile {
        if (version != FORMAT) {
            throw new IllegalArgumentException("version is " + version + "; expected " + FORMAT);
        }
        if (approvalHours != null && (approvalHours < 1 || approvalHours > MOST_HOURS)) {
            throw new IllegalArgumentException(
                    "approvalHours is " + approvalHours + "; expected 1 to " + MOST_HOURS + ", a year");
        }
        ask = List.copyOf(ask);
        rules(ask);
    }

    /** When an agent needs people. */
    List<AskRule> rules() {
        return rules(ask);
    }

    private static List<AskRule> rules(List<Json> ask) {
        return IntStream.range(0, ask.size())
                .mapToObj(i -> AskRule.of(ask.get(i), "ask[" + i + "]"))
                .toList();
    }

    /** How long a question to people is good for. */
    Duration validity() {
        return Duration.ofHours(approvalHours == null ? USUAL_HOURS : approvalHours);
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
