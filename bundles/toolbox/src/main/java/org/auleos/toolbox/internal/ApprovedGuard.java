package org.auleos.toolbox.internal;

import java.util.List;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;

/**
 * The guard of a call that people approved. What they approved with it, it does not ask about again; a file they were not shown
 * it refuses, also when a link leads there from one they were.
 *
 * @param guard decides first
 * @param approved what they were asked
 * @param declared what they were shown that the call needs
 */
record ApprovedGuard(Guard guard, Decision.AskPerson approved, List<Capability> declared) implements Guard {

    @Override
    public Decision decide(Question question) {
        Decision decision = guard.decide(question);
        if (decision instanceof Decision.Refused) {
            return decision;
        }
        for (Capability required : question.required()) {
            if (required.namespace().equals(Template.FILES) && !shown(required)) {
                return new Decision.Refused(
                        decision.policy(),
                        required,
                        required + " is not among what people approved, " + declared + "; name it in the input");
            }
        }
        return decision instanceof Decision.AskPerson ask && ask.within(approved)
                ? new Decision.Permitted(ask.policy())
                : decision;
    }

    private boolean shown(Capability required) {
        String path = String.valueOf(required.pattern()).replaceAll("\\\\(.)", "$1");
        return declared.stream()
                .filter(one ->
                        one.namespace().equals(Template.FILES) && one.action().equals(required.action()))
                .anyMatch(one -> Places.declares(one, path));
    }
}
