package org.auleos.api.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question to people about one exact call, and what became of it.
 *
 * @param id to be spoken, {@code a-0007}
 * @param digest of the call; what is approved is this and nothing else
 * @param call what will run
 * @param people how many different people have to approve it, from 1
 * @param fourEyes true when the person for whom it is done may not be one of them
 * @param why the rule that asks
 * @param state where it is
 * @param asked when it was asked
 * @param expires from when on it is worth nothing
 * @param approvedBy who approved it so far, {@code user:NAME}
 * @param problem the sentence for a person, when it was denied, expired or withdrawn
 */
public record Approval(
        String id,
        String digest,
        ExactCall call,
        int people,
        boolean fourEyes,
        String why,
        State state,
        Instant asked,
        Instant expires,
        List<String> approvedBy,
        Optional<String> problem) {

    public Approval {
        approvedBy = List.copyOf(approvedBy);
    }

    /** Where an approval is. */
    public enum State {
        /** People have to decide. */
        PENDING,
        /** Enough people said yes; the call may run once. */
        GIVEN,
        /** The call ran, or was about to. */
        USED,
        /** Somebody said no. */
        DENIED,
        /** Nobody decided in time. */
        EXPIRED,
        /** What was asked about would not run like that any more: another call, policy or approver, or the run is over. */
        WITHDRAWN;

        /** True while it may still lead to the call. */
        public boolean open() {
            return this == PENDING || this == GIVEN;
        }
    }
}
