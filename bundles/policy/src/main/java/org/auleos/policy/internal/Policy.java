package org.auleos.policy.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.auleos.api.identity.Role;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Question;

/**
 * One policy, ready to decide. Immutable but for a memory of which role may call which tool, which depends on nothing else.
 *
 * <p>What a call needs must be granted to its run, be within what the person behind it may, and be forbidden by no rule. The
 * platform acting for nobody acts with its grants alone.
 */
final class Policy {

    /** How an actor that is an agent begins. */
    static final String AGENT = "agent:";

    private static final int SHOWN = 5;

    private final Map<Role, List<Capability>> roles = new EnumMap<>(Role.class);
    private final List<PolicyFile.Rule> deny;
    private final String version;
    private final List<AskRule> ask;
    private final Duration validity;
    private final Map<String, Set<Role>> callers = new ConcurrentHashMap<>();

    /** The rules of the platform's own forbid beside those of the file, and are no part of its version. */
    Policy(PolicyFile file, List<PolicyFile.Rule> own) {
        this.deny = Stream.concat(own.stream(), file.deny().stream()).toList();
        for (Role role : Role.values()) {
            roles.put(role, file.roles().of(role));
        }
        this.version = hash(file.bytes());
        this.ask = file.rules();
        this.validity = file.validity();
    }

    /** The first 16 hex digits of the hash of its canonical form. */
    String version() {
        return version;
    }

    /** Decides for a person. */
    Decision decide(Question question, String name, Role role) {
        if (!mayCall(role, question.tool())) {
            Capability call = call(question.tool());
            return refused(
                    call,
                    "the role " + text(role) + " of " + name + " does not include it; ask an administrator for"
                            + " another role, or to change the policy");
        }
        for (Capability required : question.required()) {
            Optional<Decision> refusal = refusal(question, required, name, role);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return permitted(question);
    }

    /** Decides for the platform acting for nobody. */
    Decision decide(Question question) {
        for (Capability required : question.required()) {
            Optional<Decision> refusal = refusal(question, required);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return permitted(question);
    }

    private Optional<Decision> refusal(Question question, Capability required, String name, Role role) {
        if (!covered(may(role), required)) {
            return Optional.of(refused(
                    required,
                    "the role " + text(role) + " of " + name + " includes "
                            + near(may(role), required)
                            + "; ask an administrator for another role, or to change the policy"));
        }
        return refusal(question, required);
    }

    private Optional<Decision> refusal(Question question, Capability required) {
        for (PolicyFile.Rule rule : deny) {
            if (rule.capability().covers(required)) {
                return Optional.of(refused(
                        required, "the policy forbids " + rule.capability() + " to everybody, as " + rule.why()));
            }
        }
        if (!covered(question.granted(), required)) {
            return Optional.of(refused(
                    required,
                    "the run is granted " + near(question.granted(), required)
                            + "; name the path or host when you start it, and it is granted"));
        }
        return Optional.empty();
    }

    /** An agent needs people where a rule says so; a person who calls a tool has decided already. */
    private Decision permitted(Question question) {
        if (ask.isEmpty() || !question.provenance().actor().startsWith(AGENT)) {
            return new Decision.Permitted(version);
        }
        List<AskRule> asking =
                ask.stream().filter(rule -> rule.matches(question)).toList();
        return asking.isEmpty() ? new Decision.Permitted(version) : asked(asking);
    }

    /** Of several rules the strictest of each counts. */
    private Decision asked(List<AskRule> asking) {
        return new Decision.AskPerson(
                version,
                asking.stream().map(AskRule::why).distinct().collect(Collectors.joining("; ")),
                asking.stream().mapToInt(AskRule::least).max().orElse(1),
                asking.stream().anyMatch(AskRule::others),
                validity);
    }

    private boolean mayCall(Role role, String tool) {
        Set<Role> known = callers.get(tool);
        if (known == null) {
            Capability call = call(tool);
            known = Set.of(Role.values()).stream()
                    .filter(one -> covered(may(one), call))
                    .collect(Collectors.toUnmodifiableSet());
            callers.put(tool, known);
        }
        return known.contains(role);
    }

    private List<Capability> may(Role role) {
        return roles.getOrDefault(role, List.of());
    }

    private static Capability call(String tool) {
        return Capability.exactly("tool", "call", tool);
    }

    private static boolean covered(Collection<Capability> granted, Capability required) {
        for (Capability grant : granted) {
            if (grant.covers(required)) {
                return true;
            }
        }
        return false;
    }

    private Decision refused(Capability missing, String why) {
        return new Decision.Refused(version, missing, missing + " is not permitted: " + why + ".");
    }

    /** What is granted of the same kind, for the sentence that refuses. */
    private static String near(Collection<Capability> granted, Capability required) {
        List<String> near = granted.stream()
                .filter(grant -> grant.namespace().equals(required.namespace())
                        || grant.namespace().equals("*"))
                .map(Capability::toString)
                .sorted()
                .toList();
        if (near.isEmpty()) {
            return "nothing of " + required.namespace();
        }
        String more = near.size() > SHOWN ? " and " + (near.size() - SHOWN) + " more" : "";
        return near.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more;
    }

    private static String text(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
