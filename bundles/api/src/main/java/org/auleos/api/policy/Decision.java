package org.auleos.api.policy;

import java.time.Duration;

/** The answer of the guard, with the version of the policy that gave it. */
public sealed interface Decision {

    /** Version of the policy, e.g. the hash of its file. */
    String policy();

    /** It may be done. */
    record Permitted(String policy) implements Decision {}

    /**
     * It may not be done.
     *
     * @param missing the capability nobody granted or a rule forbids
     * @param why one sentence: what was asked, what is granted, what to do
     */
    record Refused(String policy, Capability missing, String why) implements Decision {}

    /**
     * People have to approve the exact call first.
     *
     * @param why the rule that asks
     * @param people how many different ones, from 1
     * @param fourEyes true when the person for whom it is done may not be one of them
     * @param validity how long the question and its answer are good for
     */
    record AskPerson(String policy, String why, int people, boolean fourEyes, Duration validity) implements Decision {

        public AskPerson {
            if (people < 1) {
                throw new IllegalArgumentException(people + " people: expected at least 1");
            }
        }

        /** True when whoever approved what another rule asks for has approved what this one asks for. */
        public boolean within(AskPerson other) {
            return people <= other.people && (!fourEyes || other.fourEyes);
        }
    }
}
