package org.auleos.policy.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.platform.Threads;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;
import org.auleos.api.policy.Guard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Approvals as a service, with a look every few seconds whether one has expired. Thread-safe. */
@Component(service = Approvals.class)
public final class ApprovalsComponent implements Approvals {

    private static final int LOOK_SECONDS = 5;

    private final ApprovalDesk desk;

    @Activate
    public ApprovalsComponent(
            @Reference Ledger ledger,
            @Reference Guard guard,
            @Reference Users users,
            @Reference Clock clock,
            @Reference Threads threads) {
        this.desk = new ApprovalDesk(
                new ApprovalLog(ledger), new Approvers(guard, users), new SteadyClock(clock, System::nanoTime));
        var unused = threads.timer("approvals")
                .scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            desk.expire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Approval ask(ExactCall call, Decision.AskPerson rule, Provenance by) throws InterruptedException {
        return desk.ask(call, rule, by);
    }

    @Override
    public boolean take(String digest, String key) throws InterruptedException {
        return desk.take(digest, key);
    }

    @Override
    public Approval approve(String id, String digest, Provenance by) throws InterruptedException {
        return desk.approve(id, digest, by);
    }

    @Override
    public Approval deny(String id, String reason, Provenance by) throws InterruptedException {
        return desk.deny(id, reason, by);
    }

    @Override
    public List<Approval> list(boolean all) {
        return desk.list(all);
    }

    @Override
    public Optional<Approval> one(String id) {
        return desk.one(id);
    }

    @Override
    public List<String> lines(Approval approval) {
        return desk.lines(approval);
    }

    @Override
    public void whenDecided(String id, Runnable then) {
        desk.whenDecided(id, then);
    }

    @Override
    public void withdraw(String run) {
        desk.withdraw(run);
    }
}
