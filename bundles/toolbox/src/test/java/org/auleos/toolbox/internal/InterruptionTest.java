package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that do not end by themselves. */
class InterruptionTest {

    private static final String HI = "{\"text\":\"hi\"}";

    private Workshop workshop;

    @BeforeEach
    void open(@TempDir Path home) {
        workshop = new Workshop(home);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private MemoryLedger ledger() {
        return workshop.ledger;
    }

    private Outcome call(String tool, String input) throws InterruptedException {
        return workshop.call("r1", tool, input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PURE", "EFFECT"})
    void theDeadlineInterruptsTheTool(String effect) throws Exception {
        Tools.Sleeper sleeper = new Tools.Sleeper();
        workshop.add("1.0", sleeper, Workshop.spec("t.sleep", effect));
        workshop.timeout = Duration.ofMillis(1_500);

        assertThat(call("t.sleep", HI)).isInstanceOf(Outcome.TimedOut.class);

        assertThat(sleeper.interrupts).hasValue(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PURE", "EFFECT"})
    void cancellingInterruptsTheTool(String effect) throws Exception {
        Tools.Sleeper sleeper = new Tools.Sleeper();
        workshop.add("1.0", sleeper, Workshop.spec("t.sleep", effect));
        workshop.watch = new ToolCall.Watch() {
            @Override
            public boolean cancelled() {
                return sleeper.entered.getCount() == 0;
            }

            @Override
            public void progress(double fraction, String message) {
                throw new AssertionError("nothing tells progress here");
            }
        };

        assertThat(call("t.sleep", HI)).isInstanceOf(Outcome.Cancelled.class);

        assertThat(sleeper.interrupts).hasValue(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aToolThatIgnoresItsInterruptIsAbandonedAndHeldUntilItReturns() throws Exception {
        Tools.Sleeper sleeper = new Tools.Sleeper();
        ToolVersion version = workshop.add("1.0", sleeper, Workshop.spec("t.sleep", "EFFECT"));
        workshop.timeout = Duration.ofMillis(1_500);

        assertThat(call("t.sleep", "{\"text\":\"stubborn\"}")).isInstanceOf(Outcome.Unknown.class);

        assertThat(version.leases()).isEqualTo(1);
        assertThat(ledger().all(ToolEvent.Completed.class).get(0).result().state())
                .isEqualTo("unknown");
        sleeper.letGo.countDown();
        assertThat(version.drain(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void anInterruptOfTheCallerIsPassedOnAndKept() throws Exception {
        Tools.Sleeper sleeper = new Tools.Sleeper();
        workshop.add("1.0", sleeper, Workshop.spec("t.sleep", "READ"));
        AtomicReference<Object> seen = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                seen.set(call("t.sleep", HI) + " " + Thread.currentThread().isInterrupted());
            } catch (InterruptedException e) {
                seen.set(e);
            }
        });
        caller.start();
        sleeper.entered.await();
        caller.interrupt();
        caller.join();

        assertThat(seen.get()).asString().startsWith("Cancelled").endsWith("true");
        assertThat(ledger().all(ToolEvent.Called.class).get(0).result().state()).isEqualTo("cancelled");
    }
}
