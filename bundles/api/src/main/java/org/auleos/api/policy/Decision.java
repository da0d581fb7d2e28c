package org.auleos.api.policy;

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
     * A person has to approve the exact call first.
     *
     * @param why the rule that asks
     */
    record AskPerson(String policy, String why) implements Decision {}
}
