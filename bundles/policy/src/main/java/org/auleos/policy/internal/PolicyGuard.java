package org.auleos.policy.internal;

import java.util.Optional;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;

/** Asks the policy of the moment, for the person of the moment: a role taken away counts from the next question on. Thread-safe. */
final class PolicyGuard implements Guard {

    private static final String PERSON = "user:";
    private static final String PLATFORM = "kernel";

    private final PolicySource source;
    private final Users users;

    PolicyGuard(PolicySource source, Users users) {
        this.source = source;
        this.users = users;
    }

    @Override
    public Decision decide(Question question) {
        Policy policy = source.policy();
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
