package org.auleos.policy.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;

/** Who may decide about a call, asked anew every time. Thread-safe. */
final class Approvers {

    private static final String PERSON = "user:";
    private static final Set<Capability> OWN_AUTHORITY = Set.of(Capability.of("*:*"), Capability.of("*:*:**"));

    private final Guard guard;
    private final Users users;

    Approvers(Guard guard, Users users) {
        this.guard = guard;
        this.users = users;
    }

    /** Why somebody may not decide anything; empty when they may. */
    Optional<String> notOperator(String who) {
        Optional<User> user = who.startsWith(PERSON) ? users.byName(who.substring(PERSON.length())) : Optional.empty();
        if (user.isEmpty()) {
            return Optional.of("only people decide about approvals, and nobody here knows \"" + who + "\"");
        }
        return user.get().role().compareTo(Role.OPERATOR) < 0
                ? Optional.of(who + " may only look; deciding about approvals needs an operator")
                : Optional.empty();
    }

    /** Why somebody may not approve a call; empty when they may. */
    Optional<String> notApprover(String who, Approval approval) {
        Optional<String> stranger = notOperator(who);
        if (stranger.isPresent()) {
            return stranger;
        } else if (approval.fourEyes() && who.equals(approval.call().onBehalfOf())) {
            return Optional.of(
                    "the policy wants four eyes: it is done for " + who + ", so somebody else has to approve");
        }
        return decision(who, approval.call()) instanceof Decision.Refused refused
                ? Optional.of("nobody approves what they may not do themselves: " + refused.why())
                : Optional.empty();
    }

    /** Decides as if the person made the very call themselves. */
    private Decision decision(String who, ExactCall call) {
        Provenance self = Provenance.person(who.substring(PERSON.length()), new Origin("policy", ""));
        return guard.decide(new Question(self, call.tool(), call.risk(), call.capabilities(), OWN_AUTHORITY));
    }

    /** Version of the policy of the moment. */
    String policy() {
        return guard.decide(new Question(Provenance.KERNEL, "", "none", List.of(), Set.of()))
                .policy();
    }
}
