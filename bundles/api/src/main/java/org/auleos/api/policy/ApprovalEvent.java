package org.auleos.api.policy;

import java.time.Instant;
import org.auleos.json.Json;
import org.auleos.json.Named;

/** What the ledger knows about approvals; their state is the fold over these. */
public sealed interface ApprovalEvent {

    /** Which approval. */
    String id();

    /**
     * A call needs people; durable before anybody is told that it waits. The reason of the record is the rule that asks.
     *
     * @param call an {@link ExactCall}
     * @param digest of the call
     * @param people how many different people have to approve it
     * @param fourEyes true when the person for whom it is done may not be one of them
     */
    @Named("approval.requested")
    record Requested(String id, Json.Obj call, String digest, int people, boolean fourEyes, Instant expires)
            implements ApprovalEvent {}

    /** A person approved; durable before they are told so. */
    @Named("approval.given")
    record Given(String id, String digest, String by) implements ApprovalEvent {}

    /** A person refused. */
    @Named("approval.denied")
    record Denied(String id, String digest, String by, String reason) implements ApprovalEvent {}

    /** Its time is over. */
    @Named("approval.expired")
    record Expired(String id, String digest, String reason) implements ApprovalEvent {}

    /** What it is about would not run like that any more. */
    @Named("approval.withdrawn")
    record Withdrawn(String id, String digest, String reason) implements ApprovalEvent {}

    /** The call it was given for runs; durable before it does. */
    @Named("approval.used")
    record Used(String id, String digest, String key) implements ApprovalEvent {}
}
