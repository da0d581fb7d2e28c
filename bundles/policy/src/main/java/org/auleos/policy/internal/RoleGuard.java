package org.auleos.policy.internal;

import java.util.Optional;
import java.util.function.Function;
import org.auleos.api.identity.Role;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;

/**
 * Decides by roles: authority is what the person may, cut down to what the run is granted; a forbidding rule beats both.
 * The platform itself, acting for nobody, has what it is granted and nothing else. Thread-safe.
 */
final class RoleGuard implements Guard {

    private static final String USER = "user:";
    private static final String KERNEL = "kernel";

    private final Rules rules;
    private final Function<String, Optional<Role>> roleOf;

    /**
     * @param roleOf the role of a person by name, empty for nobody of that name
     */
    RoleGuard(Rules rules, Function<String, Optional<Role>> roleOf) {
        this.rules = rules;
        this.roleOf = roleOf;
    }

    Rules rules() {
        return rules;
    }

    @Override
    public Decision decide(Question question) {
        for (Capability required : question.required()) {
            Optional<Decision> refusal = refusal(question, required);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return rules.ask().contains(question.risk())
                ? new Decision.AskPerson(
                        rules.version(), "calls of risk " + question.risk() + " need a person's approval")
                : new Decision.Permitted(rules.version());
    }

    private Optional<Decision> refusal(Question question, Capability required) {
        Optional<Capability> forbidding = rules.forbidding(required);
        if (forbidding.isPresent()) {
            return refused(question, required, "the policy forbids " + forbidding.get() + " to everybody");
        }
        if (!Rules.covered(question.granted(), required)) {
            return refused(question, required, "it is not granted to this run; grant it, e.g. --grant " + required);
        }
        return person(question, required);
    }

    private Optional<Decision> person(Question question, Capability required) {
        String name = question.provenance().onBehalfOf();
        if (name.equals(KERNEL)) {
            return Optional.empty();
        }
        Optional<Role> role = name.startsWith(USER) ? roleOf.apply(name.substring(USER.length())) : Optional.empty();
        if (role.isEmpty()) {
            return refused(question, required, name + " is not known here any more");
        }
        return rules.allows(role.get(), required)
                ? Optional.empty()
                : refused(question, required, "the role of " + name + " does not have it; ask an administrator");
    }

    private Optional<Decision> refused(Question question, Capability required, String why) {
        return Optional.of(new Decision.Refused(
                rules.version(), required, question.tool() + " needs " + required + " and " + why));
    }
}
