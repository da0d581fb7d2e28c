package org.auleos.api.policy;

import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Provenance;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Questions to people about exact calls, and their answers. Everything answered here is durable first, and a fold over the
 * ledger: it survives a restart. Thread-safe; waits for the disk on the caller's thread.
 */
@ProviderType
public interface Approvals {

    /**
     * Asks people about a call, or tells what became of the question: the same call is asked about once, until an approval of
     * it was used or withdrawn. Open questions about another form of the same effect (the same key) are withdrawn.
     *
     * @param rule what asks
     * @param by who is about to call, in which run and unit
     */
    Approval ask(ExactCall call, Decision.AskPerson rule, Provenance by) throws InterruptedException;

    /**
     * Uses up the approval of a call, to be called right before it runs. True at most once for each approval: when it was given
     * for this digest and key, has not expired, its policy is the present one and those who gave it still could.
     */
    boolean take(String digest, String key) throws InterruptedException;

    /**
     * Records that a person approves.
     *
     * @param digest of the call they were shown
     * @throws ApprovalException when it cannot be approved, or not by this person
     */
    Approval approve(String id, String digest, Provenance by) throws InterruptedException;

    /**
     * Records that a person refuses.
     *
     * @param reason one sentence or empty
     * @throws ApprovalException when it cannot be denied, or not by this person
     */
    Approval deny(String id, String reason, Provenance by) throws InterruptedException;

    /** Newest first: those that wait for people, or everything of late. */
    List<Approval> list(boolean all);

    /** The approval of that id. */
    Optional<Approval> one(String id);

    /**
     * The exact call as lines for a terminal, made of the recorded bytes alone: whatever could take a terminal over or deceive
     * a reader is shown as an escape, and what is long is cut visibly.
     */
    List<String> lines(Approval approval);

    /** Runs something, which must be quick, once when nothing waits for people any more; at once when that is so. */
    void whenDecided(String id, Runnable then);

    /** A run is over: its open questions are withdrawn. */
    void withdraw(String run);
}
