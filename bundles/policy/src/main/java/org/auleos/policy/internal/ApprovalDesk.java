package org.auleos.policy.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approval.State;
import org.auleos.api.policy.ApprovalEvent;
import org.auleos.api.policy.ApprovalException;
import org.auleos.api.policy.ApprovalException.Code;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;

/**
 * Where people decide. One lock guards the book and is held across the sync, so that no two decisions cross. Folded at first
 * use. What widens authority counts once the disk has it, what narrows it at once.
 */
final class ApprovalDesk implements Approvals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, List<Runnable>> waiting = new HashMap<>();
    private final ApprovalLog log;
    private final Approvers approvers;
    private final SteadyClock clock;
    private ApprovalBook book = new ApprovalBook();
    private volatile boolean folded;

    ApprovalDesk(ApprovalLog log, Approvers approvers, SteadyClock clock) {
        this.log = log;
        this.approvers = approvers;
        this.clock = clock;
    }

    /** What is done under the lock; those whom it wakes are woken behind it. */
    private interface Work<T> {
        T run() throws InterruptedException;
    }

    private <T> T locked(Work<T> work) throws InterruptedException {
        List<Runnable> woken = new ArrayList<>();
        lock.lock();
        try {
            fold();
            return work.run();
        } finally {
            decided(woken);
            lock.unlock();
            woken.forEach(Runnable::run);
        }
    }

    private void fold() {
        if (!folded) {
            ApprovalBook past = new ApprovalBook();
            log.fold(past, clock::notBefore);
            book = past;
            folded = true;
        }
    }

    private void decided(List<Runnable> woken) {
        waiting.entrySet().removeIf(entry -> {
            boolean pending = book.one(entry.getKey())
                    .filter(it -> it.approval().state() == State.PENDING)
                    .isPresent();
            if (!pending) {
                woken.addAll(entry.getValue());
            }
            return !pending;
        });
    }

    @Override
    public Approval ask(ExactCall call, Decision.AskPerson rule, Provenance by) throws InterruptedException {
        return locked(() -> {
            expireWorthless();
            Optional<Approval> standing = book.of(call.digest())
                    .map(ApprovalBook.Entry::approval)
                    .filter(approval -> approval.state() != State.USED && approval.state() != State.WITHDRAWN);
            if (standing.isPresent()) {
                return standing.get();
            }
            String id = book.next();
            supersede(call, id);
            Instant now = clock.now();
            ApprovalEvent.Requested question = new ApprovalEvent.Requested(
                    id, call.json(), call.digest(), rule.people(), rule.fourEyes(), now.plus(rule.validity()));
            Receipt receipt = log.queue(question, by, rule.why());
            book.on(question, by, 0, now, rule.why());
            ApprovalLog.durable(receipt);
            return approval(id);
        });
    }

    private void supersede(ExactCall call, String id) {
        for (ApprovalBook.Entry entry : book.open()) {
            if (entry.approval().call().key().equals(call.key())) {
                withdraw(entry, "what would run has changed since; " + id + " asks anew");
            }
        }
    }

    @Override
    public boolean take(String digest, String key) throws InterruptedException {
        return locked(() -> {
            expireWorthless();
            Optional<ApprovalBook.Entry> entry = book.of(digest)
                    .filter(it -> it.approval().state() == State.GIVEN)
                    .filter(it -> it.approval().call().key().equals(key));
            if (entry.isEmpty()) {
                return false;
            }
            Approval approval = entry.get().approval();
            ApprovalEvent used = new ApprovalEvent.Used(approval.id(), digest, key);
            Receipt receipt =
                    log.queue(used, entry.get().by().withCause(entry.get().sequence()), "");
            book.on(used);
            ApprovalLog.durable(receipt);
            return true;
        });
    }

    @Override
    public Approval approve(String id, String digest, Provenance by) throws InterruptedException {
        return locked(() -> {
            ApprovalBook.Entry entry = pending(id, by);
            Approval approval = entry.approval();
            if (!approval.digest().equals(digest)) {
                throw new ApprovalException(
                        Code.DECIDED,
                        id + " is about the call " + approval.digest() + ", not " + digest + "; look again");
            }
            approvers.notApprover(by.actor(), approval).ifPresent(why -> {
                throw new ApprovalException(Code.FORBIDDEN, why);
            });
            if (approval.approvedBy().contains(by.actor())) {
                throw new ApprovalException(
                        Code.DECIDED,
                        by.actor() + " approved " + id + " already; " + approval.people()
                                + " different people have to");
            }
            ApprovalEvent given = new ApprovalEvent.Given(id, digest, by.actor());
            ApprovalLog.durable(log.queue(given, about(entry, by), ""));
            book.on(given);
            return approval(id);
        });
    }

    @Override
    public Approval deny(String id, String reason, Provenance by) throws InterruptedException {
        return locked(() -> {
            ApprovalBook.Entry entry = pending(id, by);
            ApprovalEvent denied = new ApprovalEvent.Denied(id, entry.approval().digest(), by.actor(), reason);
            Receipt receipt = log.queue(denied, about(entry, by), reason);
            book.on(denied);
            ApprovalLog.durable(receipt);
            return approval(id);
        });
    }

    /** A question that is open to this person. */
    private ApprovalBook.Entry pending(String id, Provenance by) {
        approvers.notOperator(by.actor()).ifPresent(why -> {
            throw new ApprovalException(Code.FORBIDDEN, why);
        });
        expireWorthless();
        ApprovalBook.Entry entry = book.one(id)
                .orElseThrow(() -> new ApprovalException(
                        Code.UNKNOWN, "no approval \"" + id + "\"; aule approvals --all lists those of late"));
        Approval approval = entry.approval();
        if (approval.state() != State.PENDING) {
            throw new ApprovalException(Code.DECIDED, id + " is decided: " + sentence(approval));
        }
        return entry;
    }

    private static String sentence(Approval approval) {
        String people = String.join(" and ", approval.approvedBy());
        return approval.problem()
                .orElse("approved by " + people + (approval.state() == State.USED ? ", and the call was made" : ""));
    }

    private static Provenance about(ApprovalBook.Entry entry, Provenance by) {
        return by.withRun(entry.by().run()).withUnit(entry.by().unit()).withCause(entry.sequence());
    }

    private Approval approval(String id) {
        return book.one(id).orElseThrow().approval();
    }

    /** Closes what has become worthless; also called from time to time, to wake those who wait for it. */
    void expire() throws InterruptedException {
        if (folded) {
            locked(() -> {
                expireWorthless();
                return folded;
            });
        }
    }

    private void expireWorthless() {
        Instant now = clock.now();
        String policy = book.open().isEmpty() ? "" : approvers.policy();
        for (ApprovalBook.Entry entry : book.open()) {
            Approval approval = entry.approval();
            if (!now.isBefore(approval.expires())) {
                String why = "nobody decided, or the call was not made, before " + approval.expires();
                close(entry, new ApprovalEvent.Expired(approval.id(), approval.digest(), why), why);
            } else {
                worthless(approval, policy).ifPresent(why -> withdraw(entry, why));
            }
        }
    }

    private Optional<String> worthless(Approval approval, String policy) {
        return approval.call().policy().equals(policy)
                ? approval.approvedBy().stream()
                        .flatMap(who -> approvers.notApprover(who, approval).stream())
                        .findFirst()
                : Optional.of("the policy has changed since; another one decides now");
    }

    private void withdraw(ApprovalBook.Entry entry, String why) {
        Approval approval = entry.approval();
        close(entry, new ApprovalEvent.Withdrawn(approval.id(), approval.digest(), why), why);
    }

    private void close(ApprovalBook.Entry entry, ApprovalEvent end, String why) {
        book.on(end);
        log.note(end, about(entry, Provenance.KERNEL), why);
    }

    @Override
    public List<Approval> list(boolean all) {
        return looked(() -> book.newest().stream()
                .filter(approval -> all || approval.state() == State.PENDING)
                .toList());
    }

    @Override
    public Optional<Approval> one(String id) {
        return looked(() -> book.one(id).map(ApprovalBook.Entry::approval));
    }

    private <T> T looked(Work<T> look) {
        try {
            return locked(() -> {
                expireWorthless();
                return look.run();
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException("looking waits for nothing", e);
        }
    }

    @Override
    public List<String> lines(Approval approval) {
        return CallText.lines(approval);
    }

    @Override
    public void whenDecided(String id, Runnable then) {
        looked(() -> waiting.computeIfAbsent(id, it -> new ArrayList<>()).add(then));
    }

    @Override
    public void withdraw(String run) {
        if (folded) {
            looked(() -> {
                for (ApprovalBook.Entry entry : book.open()) {
                    if (entry.approval().call().run().equals(run)) {
                        withdraw(entry, "its run is over");
                    }
                }
                return run;
            });
        }
    }
}
