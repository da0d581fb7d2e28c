package org.auleos.policy.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;

/** Asks the policy of the moment, for the person of the moment: a role taken away counts from the next question on. Thread-safe. */
public final class PolicyGuard implements Guard {

    private static final String PERSON = "user:";
    private static final String PLATFORM = "kernel";

    private final Supplier<Policy> policy;
    private final Users users;

    /** Policy and people are asked at every question. */
    PolicyGuard(Supplier<Policy> policy, Users users) {
        this.policy = policy;
        this.users = users;
    }

    /** A guard with the built-in policy, for a node without a container. */
    public static PolicyGuard builtIn(Users users) {
        Policy policy = new Policy(PolicySource.builtIn(), List.of());
        return new PolicyGuard(() -> policy, users);
    }

    @Override
    public Decision decide(Question question) {
        return decide(policy.get(), question);
    }

    private Decision decide(Policy policy, Question question) {
        String behalf = question.provenance().onBehalfOf();
        if (behalf.equals(PLATFORM)) {
            return policy.decide(question);
        }
        Optional<User> user =
                behalf.startsWith(PERSON) ? users.byName(behalf.substring(PERSON.length())) : Optional.empty();
        return user.isPresent()
                ? policy.decide(question, user.get().name(), user.get().role())
                : stranger(policy, question, behalf);
    }

    private static Decision stranger(Policy policy, Question question, String behalf) {
        Capability missing = Capability.exactly("tool", "call", question.tool());
        return new Decision.Refused(
                policy.version(),
                missing,
                missing + " is not permitted: nobody here knows \"" + behalf + "\"; add the user first.");
    }
}
