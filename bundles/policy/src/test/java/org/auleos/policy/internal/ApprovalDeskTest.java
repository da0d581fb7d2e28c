package org.auleos.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approval.State;
import org.auleos.api.policy.ApprovalException;
import org.auleos.api.policy.ExactCall;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;

class ApprovalDeskTest {

    private final Desk desk = new Desk();

    @Test
    void aCallIsAskedAboutOnceAndRunsOnce() throws Exception {
        ExactCall call = desk.call("clean", "/data/a");

        Approval asked = desk.ask(call);
        assertThat(desk.take(call)).isFalse();
        assertThat(desk.ask(call).id()).isEqualTo(asked.id()).isEqualTo("a-0001");
        assertThat(desk.approve(asked, "bob").state()).isEqualTo(State.GIVEN);
        assertThat(desk.take(call)).isTrue();
        assertThat(desk.take(call)).isFalse();

        assertThat(desk.ask(call).id()).isEqualTo("a-0002");
        assertThat(desk.ledger.types())
                .containsExactly("approval.requested", "approval.given", "approval.used", "approval.requested");
    }

    @Test
    void anotherCallIsNotTheOneThatWasApproved() throws Exception {
        ExactCall call = desk.call("clean", "/data/a");
        desk.approve(desk.ask(call), "bob");

        ExactCall changed = desk.call("clean", "/data/b");

        assertThat(desk.take(changed)).isFalse();
        assertThat(desk.desk.take(call.digest(), "r-1/other")).isFalse();
        Approval anew = desk.ask(changed);
        assertThat(anew.state()).isEqualTo(State.PENDING);
        assertThat(desk.desk.one("a-0001").orElseThrow().problem().orElseThrow())
                .contains("a-0002 asks anew");
        assertThat(desk.take(call)).isFalse();
    }

    @Test
    void everyDetailOfACallIsPartOfItsDigest() {
        ExactCall call = desk.call("clean", "/data/a");

        for (String member : call.json().members().keySet()) {
            var changed = new LinkedHashMap<>(call.json().members());
            changed.computeIfPresent(
                    member,
                    (name, value) -> value instanceof Json.Str text
                            ? Json.of(text.value() + "x")
                            : name.equals("input") ? Json.empty() : Json.strings(List.of("fs:write:/data/b")));
            assertThat(ExactCall.of(new Json.Obj(changed)).digest()).as(member).isNotEqualTo(call.digest());
        }
        assertThat(ExactCall.of(call.json())).isEqualTo(call);
    }

    @Test
    void whatIsApprovedIsWhatWasShown() throws Exception {
        Approval asked = desk.ask(desk.call("clean", "/data/a"));

        Desk.assertRefused(
                () -> desk.desk.approve(asked.id(), "0".repeat(64), Desk.person("bob")),
                ApprovalException.Code.DECIDED,
                "look again");
    }

    @Test
    void aQuestionAndItsAnswerSurviveARestart() throws Exception {
        ExactCall one = desk.call("one", "/data/a");
        ExactCall two = desk.call("two", "/data/b");
        ExactCall three = desk.call("three", "/data/c");
        desk.ask(one);
        desk.approve(desk.ask(two), "bob");
        desk.approve(desk.ask(three), "bob");
        assertThat(desk.take(three)).isTrue();

        desk.restart();

        assertThat(desk.desk.list(false)).extracting(Approval::id).containsExactly("a-0001");
        assertThat(desk.ask(one).id()).isEqualTo("a-0001");
        assertThat(desk.take(two)).isTrue();
        assertThat(desk.take(three)).isFalse();
        desk.restart();
        assertThat(desk.take(two)).isFalse();
        assertThat(desk.ask(desk.call("four", "/data/d")).id()).isEqualTo("a-0004");
    }

    @Test
    void nothingIsToldBeforeTheDiskHasIt() throws Exception {
        ExactCall call = desk.call("clean", "/data/a");
        Approval asked = desk.ask(call);

        desk.ledger.lost = "approval.given"::equals;
        assertThatThrownBy(() -> desk.approve(asked, "bob")).isInstanceOf(LedgerException.class);
        assertThat(desk.take(call)).isFalse();

        desk.ledger.lost = "approval.used"::equals;
        desk.approve(asked, "bob");
        assertThatThrownBy(() -> desk.take(call)).isInstanceOf(LedgerException.class);
        assertThat(desk.take(call)).as("what may have been used is used").isFalse();
    }

    @Test
    void aDenialSaysWhoAndWhyAndStands() throws Exception {
        ExactCall call = desk.call("clean", "/data/a");
        Approval asked = desk.ask(call);

        assertThat(desk.desk.deny(asked.id(), "not today", Desk.person("bob")).problem())
                .contains("denied by user:bob: not today");
        Desk.assertRefused(() -> desk.approve(asked, "root"), ApprovalException.Code.DECIDED, "not today");
        assertThat(desk.ask(call).state()).isEqualTo(State.DENIED);
        assertThat(desk.take(call)).isFalse();
    }

    @Test
    void whatNobodyDecidedInTimeIsWorthNothing() throws Exception {
        ExactCall one = desk.call("one", "/data/a");
        ExactCall two = desk.call("two", "/data/b");
        Approval asked = desk.ask(one);
        desk.approve(desk.ask(two), "bob");

        desk.pass(Duration.ofHours(24));

        Desk.assertRefused(() -> desk.approve(asked, "bob"), ApprovalException.Code.DECIDED, "expired");
        assertThat(desk.take(two)).isFalse();
        assertThat(desk.ask(one).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void settingTheClockBackExtendsNothing() throws Exception {
        ExactCall call = desk.call("one", "/data/a");
        desk.approve(desk.ask(call), "bob");

        desk.pass(Duration.ofHours(23));
        desk.wall = desk.wall.minus(Duration.ofDays(3650));
        desk.pass(Duration.ofHours(1));

        assertThat(desk.take(call)).isFalse();
    }

    @Test
    void anApprovalOfAnotherPolicyIsWorthNothing() throws Exception {
        ExactCall call = desk.call("one", "/data/a");
        Approval asked = desk.ask(call);
        desk.approve(asked, "bob");
        List<String> woken = new ArrayList<>();
        Approval pending = desk.ask(desk.call("two", "/data/b"));
        desk.desk.whenDecided(pending.id(), () -> woken.add(pending.id()));

        desk.policy = Desk.policy(Desk.RULES.replace("changes files", "changes our files"));
        desk.desk.expire();

        assertThat(desk.take(call)).isFalse();
        assertThat(woken).containsExactly("a-0002");
        assertThat(desk.desk.one("a-0001").orElseThrow().problem().orElseThrow())
                .contains("policy has changed");
    }

    @Test
    void ofTwoPeopleWhoDecideAtTheSameMomentOneDecides() throws Exception {
        for (int round = 0; round < 50; round++) {
            ExactCall call = desk.call("u" + round, "/data/a");
            Approval asked = desk.ask(call);

            List<Boolean> decided = together(
                    () -> desk.approve(asked, "bob").state() == State.GIVEN,
                    () -> desk.desk.deny(asked.id(), "", Desk.person("root")).state() == State.DENIED);
            assertThat(decided).containsOnlyOnce(true);
            boolean given = desk.desk.one(asked.id()).orElseThrow().state() == State.GIVEN;
            List<Boolean> taken = together(() -> desk.take(call), () -> desk.take(call));
            assertThat(taken).filteredOn(it -> it).hasSize(given ? 1 : 0);
        }
    }

    /** What both came to; a refusal counts as false. */
    @SafeVarargs
    private static List<Boolean> together(Callable<Boolean>... all) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(all.length);
        try {
            CyclicBarrier start = new CyclicBarrier(all.length);
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> one : all) {
                running.add(pool.submit(() -> {
                    start.await();
                    try {
                        return one.call();
                    } catch (ApprovalException e) {
                        return false;
                    }
                }));
            }
            List<Boolean> ends = new ArrayList<>();
            for (Future<Boolean> one : running) {
                ends.add(one.get());
            }
            return ends;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whoWaitsIsWokenOnceAndAtOnceWhenItIsDecided() throws Exception {
        Approval asked = desk.ask(desk.call("clean", "/data/a"));
        List<String> woken = new ArrayList<>();
        desk.desk.whenDecided(asked.id(), () -> woken.add("waiting"));
        assertThat(woken).isEmpty();

        desk.approve(asked, "bob");
        desk.desk.whenDecided(asked.id(), () -> woken.add("late"));

        assertThat(woken).containsExactly("waiting", "late");
    }

    @Test
    void theEndOfARunEndsItsQuestions() throws Exception {
        Approval asked = desk.ask(desk.call("clean", "/data/a"));

        desk.desk.withdraw("r-2");
        assertThat(desk.desk.list(false)).hasSize(1);
        desk.desk.withdraw("r-1");

        assertThat(desk.desk.list(false)).isEmpty();
        Desk.assertRefused(() -> desk.approve(asked, "bob"), ApprovalException.Code.DECIDED, "its run is over");
    }

    @Test
    void theLedgerSaysWhoDecidedAboutWhichUnit() throws Exception {
        Approval asked = desk.ask(desk.call("clean", "/data/a"));
        desk.approve(asked, "bob");

        var given = desk.ledger.last("approval.given").provenance();

        assertThat(given.actor()).isEqualTo("user:bob");
        assertThat(given.run() + "/" + given.unit()).isEqualTo("r-1/clean");
        assertThat(desk.ledger.last("approval.requested").provenance().actor()).isEqualTo("agent:storage");
    }

    @Test
    void closedOnesAreForgottenInTheEndAndOpenOnesAreNot() throws Exception {
        Approval open = desk.ask(desk.call("open", "/data/a"));
        for (int i = 0; i < 600; i++) {
            desk.desk.deny(desk.ask(desk.call("u" + i, "/data/a")).id(), "", Desk.person("bob"));
        }

        assertThat(desk.desk.list(true)).hasSize(501).last().isEqualTo(open);
    }
}
