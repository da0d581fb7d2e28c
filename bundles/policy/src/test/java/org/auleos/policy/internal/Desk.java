package org.auleos.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.auleos.api.identity.Role;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.ApprovalException;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.ExactCall;
import org.auleos.api.policy.Question;
import org.auleos.json.Json;

/** A desk with its people, its policy, its ledger and a clock that is set by hand. */
final class Desk {

    static final String RULES = """
            {"version": 1,
             "roles": {"viewer": [], "operator": ["tool:call:fs.*", "fs:write:/data/**"], "admin": ["*:*:**"]},
             "deny": [], "ask": [{"risk": "medium", "why": "it changes files"}]}
            """;

    final People people = new People()
            .with("vic", Role.VIEWER)
            .with("ann", Role.OPERATOR)
            .with("bob", Role.OPERATOR)
            .with("root", Role.ADMIN);
    Instant wall = Instant.parse("2026-01-31T12:00:00Z");
    long nanos;
    MemoryLedger ledger = new MemoryLedger();
    Policy policy = policy(RULES);
    private final PolicyGuard guard = new PolicyGuard(() -> policy, people);
    ApprovalDesk desk = opened();

    static Policy policy(String text) {
        return new Policy(PolicyFile.of(text.getBytes(StandardCharsets.UTF_8)), List.of());
    }

    private ApprovalDesk opened() {
        return new ApprovalDesk(
                new ApprovalLog(ledger), new Approvers(guard, people), new SteadyClock(new Wall(), () -> nanos));
    }

    /** The process dies, and another one begins with what is on the disk. */
    void restart() {
        ledger = ledger.afterKill();
        desk = opened();
    }

    void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /** Nobody can set what the process counts; the wall clock anybody can. */
    private final class Wall extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return wall;
        }
    }

    static Provenance person(String name) {
        return Provenance.person(name, new Origin("cli", ""));
    }

    Provenance agent(String unit) {
        return person("ann").withActor("agent:storage").withRun("r-1").withUnit(unit);
    }

    /** What the call path would have people approve for that input. */
    ExactCall call(String unit, String path) {
        return new ExactCall(
                "fs.append",
                "1.0.0",
                "ab".repeat(32),
                "medium",
                Json.empty().with("path", Json.of(path)).with("text", Json.of("x")),
                List.of(Capability.of("fs:write:" + path)),
                "agent:storage",
                "user:ann",
                "r-1",
                unit,
                "r-1/" + unit,
                policy.version());
    }

    Decision.AskPerson rule(ExactCall call) {
        Question question = new Question(
                agent(call.unit()), call.tool(), call.risk(), call.capabilities(), Set.copyOf(call.capabilities()));
        return (Decision.AskPerson) guard.decide(question);
    }

    Approval ask(ExactCall call) throws InterruptedException {
        return desk.ask(call, rule(call), agent(call.unit()));
    }

    Approval approve(Approval approval, String who) throws InterruptedException {
        return desk.approve(approval.id(), approval.digest(), person(who));
    }

    boolean take(ExactCall call) throws InterruptedException {
        return desk.take(call.digest(), call.key());
    }

    static void assertRefused(ThrowingCallable what, ApprovalException.Code code, String... words) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ApprovalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }
}
