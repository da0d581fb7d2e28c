package org.auleos.policy.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approval.State;
import org.auleos.api.policy.ApprovalEvent;
import org.auleos.api.policy.ExactCall;

/**
 * The state of all approvals: a fold over their events, in which an event that does not fit changes nothing. Open ones are all
 * here, of the closed ones the newest. Confined to its owner's lock.
 */
final class ApprovalBook {

    private static final int CLOSED = 500;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, String> byDigest = new HashMap<>();
    private final Map<String, Entry> open = new TreeMap<>();
    private final Deque<Approval> closed = new ArrayDeque<>();
    private long asked;

    /**
     * An approval and where it comes from.
     *
     * @param by who is about to call
     * @param sequence of the question in the ledger, 0 when it was asked in this process
     */
    record Entry(Approval approval, Provenance by, long sequence) {

        private Entry in(State state, List<String> approvedBy, Optional<String> problem) {
            Approval old = approval;
            Approval changed = new Approval(
                    old.id(),
                    old.digest(),
                    old.call(),
                    old.people(),
                    old.fourEyes(),
                    old.why(),
                    state,
                    old.asked(),
                    old.expires(),
                    approvedBy,
                    problem);
            return new Entry(changed, by, sequence);
        }
    }

    /** The id of the next question. */
    String next() {
        return String.format(Locale.ROOT, "a-%04d", asked + 1);
    }

    Optional<Entry> one(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The newest approval of a call. */
    Optional<Entry> of(String digest) {
        return Optional.ofNullable(byDigest.get(digest)).flatMap(this::one);
    }

    /** Those that may still lead to a call, oldest first. */
    List<Entry> open() {
        return List.copyOf(open.values());
    }

    /** Everything here, newest first. */
    List<Approval> newest() {
        List<Approval> all = new ArrayList<>();
        entries.values().forEach(entry -> all.add(entry.approval()));
        all.sort((one, other) -> Long.compare(number(other.id()), number(one.id())));
        return all;
    }

    private static long number(String id) {
        return Long.parseLong(id.substring("a-".length()));
    }

    /** A question. */
    void on(ApprovalEvent.Requested event, Provenance by, long sequence, Instant time, String why) {
        ExactCall call = ExactCall.of(event.call());
        Approval approval = new Approval(
                event.id(),
                call.digest(),
                call,
                event.people(),
                event.fourEyes(),
                why,
                State.PENDING,
                time,
                event.expires(),
                List.of(),
                Optional.empty());
        asked = Math.max(asked, number(event.id()));
        byDigest.put(approval.digest(), approval.id());
        put(new Entry(approval, by, sequence));
    }

    /** What became of a question. */
    void on(ApprovalEvent event) {
        Entry entry = entries.get(event.id());
        if (entry == null || !entry.approval().state().open()) {
            return;
        }
        Approval approval = entry.approval();
        List<String> people = approval.approvedBy();
        if (event instanceof ApprovalEvent.Given given && !people.contains(given.by())) {
            List<String> more = new ArrayList<>(people);
            more.add(given.by());
            put(entry.in(more.size() < approval.people() ? State.PENDING : State.GIVEN, more, Optional.empty()));
        } else if (event instanceof ApprovalEvent.Used && approval.state() == State.GIVEN) {
            put(entry.in(State.USED, people, Optional.empty()));
        } else if (event instanceof ApprovalEvent.Denied denied) {
            String reason = denied.reason().isEmpty() ? "" : ": " + denied.reason();
            put(entry.in(State.DENIED, people, Optional.of("denied by " + denied.by() + reason)));
        } else if (event instanceof ApprovalEvent.Expired expired) {
            put(entry.in(State.EXPIRED, people, Optional.of("expired: " + expired.reason())));
        } else if (event instanceof ApprovalEvent.Withdrawn withdrawn) {
            put(entry.in(State.WITHDRAWN, people, Optional.of("withdrawn: " + withdrawn.reason())));
        }
    }

    private void put(Entry entry) {
        String id = entry.approval().id();
        entries.put(id, entry);
        if (entry.approval().state().open()) {
            open.put(id, entry);
        } else if (open.remove(id) != null) {
            closed.add(entry.approval());
            forget();
        }
    }

    private void forget() {
        while (closed.size() > CLOSED) {
            Approval oldest = closed.remove();
            entries.remove(oldest.id());
            byDigest.remove(oldest.digest(), oldest.id());
        }
    }
}
