package org.auleos.policy.internal;

import org.auleos.json.Named;

/** What the ledger knows about the policy. */
sealed interface PolicyEvent {

    /**
     * A policy decides from now on.
     *
     * @param policy its version
     * @param source its file, or {@code built in}
     */
    @Named("policy.loaded")
    record Loaded(String policy, String source) implements PolicyEvent {}

    /**
     * A policy file is bad; the policy before it decides on.
     *
     * @param policy version of the policy that decides on
     * @param problem which member is wrong, and what was expected
     */
    @Named("policy.rejected")
    record Rejected(String policy, String source, String problem) implements PolicyEvent {}
}
