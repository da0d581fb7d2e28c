package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions come and go while calls are made. */
class SwapTest {

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

    private ToolVersion echo(String version) {
        return workshop.add(version, new Tools.Echo(version + ":"), Workshop.spec("t.echo", "PURE"));
    }

    private String answer(String run) throws InterruptedException {
        Outcome outcome = workshop.call(run, "t.echo", HI);
        return outcome instanceof Outcome.Done done ? done.output().text("text").orElseThrow() : outcome.toString();
    }

    @Test
    void aRunKeepsTheVersionItBeganWith() throws Exception {
        echo("1.9.0");
        assertThat(answer("old")).isEqualTo("1.9.0:hi");
        echo("1.10.0");

        assertThat(answer("old")).isEqualTo("1.9.0:hi");
        assertThat(answer("new")).isEqualTo("1.10.0:hi");
        assertThat(answer("")).isEqualTo("1.10.0:hi");

        workshop.toolbox.release("old");
        assertThat(answer("old")).isEqualTo("1.10.0:hi");
    }

    @Test
    void anOlderVersionThatComesLaterIsNotPreferred() throws Exception {
        echo("2.0.0");
        echo("1.0.0");

        assertThat(answer("r")).isEqualTo("2.0.0:hi");
    }

    @Test
    void aRunKeepsTheVersionItBeganWithBeforeARestart() throws Exception {
        echo("1.0.0");
        ToolVersion two = echo("2.0.0");
        workshop.toolbox.pin("r", List.of(new ToolPin("t.echo", "1.0.0", "sha-of-1.0.0")));

        assertThat(answer("r")).isEqualTo("1.0.0:hi");
        assertThat(workshop.toolbox.tool("t.echo", "r"))
                .map(it -> it.pin().version())
                .contains("1.0.0");
        assertThat(answer("other")).isEqualTo("2.0.0:hi");

        workshop.toolbox.pin("r2", List.of(new ToolPin("t.echo", "2.0.0", "sha-of-other-bytes")));
        assertThat(answer("r2")).contains("version_gone", "SHA-256 sha-of-other-bytes");
        assertThat(workshop.toolbox.tool("t.echo", "r2")).isEmpty();
        assertThat(two.leases()).isZero();
    }

    @Test
    void aRunWhoseVersionIsGoneIsToldSo() throws Exception {
        ToolVersion old = echo("1.0.0");
        answer("r");
        echo("2.0.0");
        workshop.toolbox.withdraw(old);

        assertThat(answer("r"))
                .contains("version_gone", "t.echo 1.0.0 (SHA-256 sha-of-1.0.0), which this run began with, is gone");
        assertThat(workshop.ledger.all(ToolEvent.Disappeared.class)).hasSize(1);
    }

    @Test
    void aVersionGoesOnlyWhenItsCallsHaveEnded() throws Exception {
        Tools.Sleeper sleeper = new Tools.Sleeper();
        ToolVersion version = workshop.add("1.0", sleeper, Workshop.spec("t.sleep", "READ"));
        List<Outcome> outcomes = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                outcomes.add(workshop.call("r", "t.sleep", HI));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        caller.start();
        sleeper.entered.await();

        assertThat(version.drain(Duration.ofMillis(50))).isFalse();
        Thread withdrawal = new Thread(() -> workshop.toolbox.withdraw(version));
        withdrawal.start();
        sleeper.letGo.countDown();
        withdrawal.join();
        caller.join();

        assertThat(outcomes).containsExactly(new Outcome.Done(Json.empty()));
        assertThat(version.leases()).isZero();
    }

    @Test
    void noCallFailsWhileVersionsAreSwapped() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        CountDownLatch calling = new CountDownLatch(3 * 200);
        ToolVersion current = echo("1.0.0");
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            Thread caller = new Thread(() -> callUntil(over, number, failures, calling));
            caller.start();
            callers.add(caller);
        }
        for (int swap = 1; swap <= 200; swap++) {
            ToolVersion next = echo("1.0." + swap);
            workshop.toolbox.withdraw(current);
            current = next;
        }
        calling.await();
        over.set(true);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(failures).isEmpty();
    }

    private void callUntil(
            AtomicBoolean over, int number, ConcurrentLinkedQueue<String> failures, CountDownLatch calling) {
        try {
            for (int i = 0; !over.get(); i++) {
                String run = number == 0 ? "" : "run-" + number + "-" + i;
                String answer = answer(run);
                if (!answer.endsWith(":hi")) {
                    failures.add(answer);
                }
                workshop.toolbox.release(run);
                calling.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
