package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;
import org.junit.jupiter.api.Test;

/** What every ledger promises. */
abstract class LedgerContract {

    static final Duration LIMIT = Duration.ofSeconds(20);

    /** The ledger under test, empty at first. */
    abstract Ledger ledger();

    static Draft draft(String type, String run, String payload) {
        return new Draft(type, 1, Provenance.KERNEL.withRun(run), "because", payload.getBytes(UTF_8));
    }

    static List<Event> events(Ledger ledger, Query query) {
        List<Event> events = new ArrayList<>();
        ledger.read(query, events::add);
        return events;
    }

    @Test
    void anEmptyLedgerHasNoHeadAndNothingToRead() {
        assertThat(ledger().head().sequence()).isZero();
        assertThat(ledger().head().hash()).isEqualTo(new byte[32]);
        assertThat(events(ledger(), Query.from(1))).isEmpty();
        assertThat(ledger().verify(1, Long.MAX_VALUE)).isEqualTo(new Verification(true, 0, 0, ""));
    }

    @Test
    void whatWasAppendedIsReadBackWhole() throws Exception {
        var from = new Provenance(
                "acme",
                "agent:monitor",
                "user:ann",
                new Origin("rest", "10.0.0.7"),
                "run-1",
                "unit-2",
                7,
                Set.of("web", "mail"),
                "team");
        var draft = new Draft("some.type.to.come", 3, from, "the disk is full — ünïcode", "{\"a\":1}".getBytes(UTF_8));

        Receipt receipt = ledger().append(draft);

        assertThat(receipt.await(LIMIT)).isEqualTo(1);
        assertThat(receipt.durable()).isTrue();
        Event event = events(ledger(), Query.from(1)).get(0);
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.type()).isEqualTo("some.type.to.come");
        assertThat(event.version()).isEqualTo(3);
        assertThat(event.provenance()).isEqualTo(from);
        assertThat(event.why()).isEqualTo("the disk is full — ünïcode");
        assertThat(event.payload()).isEqualTo(draft.payload());
        assertThat(event.previous()).isEqualTo(new byte[32]);
        assertThat(event.hash()).isEqualTo(ledger().head().hash());
    }

    @Test
    void factsAppendedTogetherAreNeighbours() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<Long>> last = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String run = "run-" + i;
            last.add(writers.submit(
                    () -> ledger().append(List.of(draft("a", run, "1"), draft("b", run, "2"), draft("c", run, "3")))
                            .await(LIMIT)));
        }

        for (int i = 0; i < 200; i++) {
            long sequence = last.get(i).get();
            assertThat(events(ledger(), Query.run("run-" + i)))
                    .extracting(Event::sequence, Event::type)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(sequence - 2, "a"),
                            org.assertj.core.api.Assertions.tuple(sequence - 1, "b"),
                            org.assertj.core.api.Assertions.tuple(sequence, "c"));
        }
        writers.shutdownNow();
    }

    @Test
    void whatOneThreadAppendsKeepsItsOrder() throws Exception {
        Receipt last = ledger().append(draft("t", "r", "0"));
        for (int i = 1; i < 5_000; i++) {
            last = ledger().append(draft("t", "r", String.valueOf(i)));
        }
        last.await(LIMIT);

        assertThat(events(ledger(), Query.from(1)))
                .extracting(event -> Long.parseLong(new String(event.payload(), UTF_8)))
                .isEqualTo(LongStream.range(0, 5_000).boxed().toList());
    }

    @Test
    void sequencesHaveNoGapsTimesNeverGoBackAndTheChainHolds() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Future<Long>> sequences = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            sequences.add(
                    writers.submit(() -> ledger().append(draft("t", "r", "{}")).await(LIMIT)));
        }
        List<Long> issued = new ArrayList<>();
        for (Future<Long> sequence : sequences) {
            issued.add(sequence.get());
        }
        writers.shutdownNow();

        List<Event> events = events(ledger(), Query.from(1));

        assertThat(issued)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 2_000).boxed().toList());
        assertThat(events)
                .extracting(Event::sequence)
                .isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
        assertThat(events).extracting(Event::time).isSortedAccordingTo(Comparator.<Instant>naturalOrder());
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).previous()).isEqualTo(events.get(i - 1).hash());
        }
        assertThat(ledger().verify(1, Long.MAX_VALUE)).isEqualTo(new Verification(true, 2_000, 0, ""));
        assertThat(ledger().verify(500, 600)).isEqualTo(new Verification(true, 101, 0, ""));
    }

    @Test
    void aQuerySelectsByRangeRunTypeAndText() throws Exception {
        for (int i = 1; i <= 20; i++) {
            String type = i % 2 == 0 ? "tool.called" : "toolbox.opened";
            ledger().append(draft(type, "run-" + i % 4, "{\"n\":\"x" + i + "x\"}"))
                    .await(LIMIT);
        }

        assertThat(events(ledger(), Query.run("run-0")))
                .extracting(Event::sequence)
                .containsExactly(4L, 8L, 12L, 16L, 20L);
        assertThat(events(ledger(), new Query(5, 12, "run-0", "", "", 9)))
                .extracting(Event::sequence)
                .containsExactly(8L, 12L);
        assertThat(events(ledger(), new Query(1, 7, "", "tool", "", 9)))
                .extracting(Event::sequence)
                .containsExactly(2L, 4L, 6L);
        assertThat(events(ledger(), new Query(1, 20, "", "", "x7x", 9)))
                .extracting(Event::sequence)
                .containsExactly(7L);
        assertThat(events(ledger(), new Query(1, 20, "", "tool.called", "", 3))).hasSize(3);
        assertThat(events(ledger(), new Query(1, 20, "run-0", "", "", 2)))
                .extracting(Event::sequence)
                .containsExactly(4L, 8L);
        assertThat(events(ledger(), Query.run("none"))).isEmpty();
    }

    @Test
    void aFollowerGetsWhatIsThereAndWhatComesInOrderWithoutGaps() throws Exception {
        for (int i = 0; i < 500; i++) {
            ledger().append(draft("old", "r", "{}"));
        }
        List<Long> seen = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(3_000 - 99);
        Ledger.Subscription subscription = ledger().follow("test", 100, events -> {
            events.forEach(event -> seen.add(event.sequence()));
            events.forEach(event -> all.countDown());
        });
        ExecutorService writers = Executors.newFixedThreadPool(8);
        for (int i = 500; i < 3_000; i++) {
            writers.execute(() -> ledger().append(draft("new", "r", "{}")));
        }

        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();

        writers.shutdownNow();
        subscription.close();
        assertThat(seen).isEqualTo(LongStream.rangeClosed(100, 3_000).boxed().toList());
        assertThat(subscription.position()).isEqualTo(3_000);
    }

    @Test
    void aSlowFollowerHoldsNobodyUpAndAFailingOneEndsAlone() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch good = new CountDownLatch(100);
        ledger().follow("slow", 1, events -> {
            slow.countDown();
            awaitQuietly(gate);
        });
        ledger().follow("failing", 1, events -> {
            throw new IllegalStateException("a defect");
        });
        ledger().follow("good", 1, events -> events.forEach(event -> good.countDown()));

        ledger().append(draft("t", "r", "{}")).await(LIMIT);
        assertThat(slow.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i < 100; i++) {
            ledger().append(draft("t", "r", "{}")).await(LIMIT);
        }

        assertThat(good.await(10, TimeUnit.SECONDS)).isTrue();
        gate.countDown();
    }

    private static void awaitQuietly(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDraftThatIsTooLargeIsRefusedWithWhatToDo() throws Exception {
        var large = new Draft("t", 1, Provenance.KERNEL, "", new byte[(1 << 20) + 1]);
        var most = new Draft("t", 1, Provenance.KERNEL, "", new byte[1 << 20]);

        assertThatThrownBy(() -> ledger().append(large))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE))
                .hasMessageContaining("1048577 bytes")
                .hasMessageContaining("artifact");
        assertThatThrownBy(() -> ledger().append(List.of(most, most, most, most)))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
        assertThat(ledger().append(List.of(most, most)).await(LIMIT)).isEqualTo(2);
    }
}
