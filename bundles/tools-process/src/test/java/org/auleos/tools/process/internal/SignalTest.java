package org.auleos.tools.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.auleos.plugin.tool.Probe.Finding;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.tools.process.internal.SendSignal.In;
import org.auleos.tools.process.internal.SendSignal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SignalTest {

    private final SendSignal signal = new SendSignal();
    private final TestContext context = new TestContext(Path.of("/"));
    private Process victim;
    private Instant started;

    @BeforeEach
    void start() throws IOException {
        victim = new ProcessBuilder("sleep", "300").start();
        ProcessFacts facts = new ProcessInfo().call(new ProcessInfo.In(victim.pid()), context);
        started = Objects.requireNonNull(facts.started());
    }

    @AfterEach
    void end() {
        victim.destroyForcibly();
    }

    @Test
    void aProcessEndsBySignal() throws Exception {
        In in = new In(victim.pid(), started, Signal.TERM, Duration.ofSeconds(10));
        assertThat(signal.probe(in, context)).isEqualTo(Finding.NOT_APPLIED);

        assertThat(signal.call(in, context).ended()).isTrue();

        assertThat(victim.waitFor()).isEqualTo(128 + 15);
        assertThat(signal.probe(in, context)).isEqualTo(Finding.APPLIED);
        Refused.with(Code.NOT_FOUND, () -> signal.call(in, context));
    }

    @Test
    void otherSignalsAreSentToo() throws Exception {
        assertThat(signal.call(new In(victim.pid(), started, Signal.STOP, null), context)
                        .ended())
                .isFalse();
        signal.call(new In(victim.pid(), started, Signal.CONT, null), context);
        signal.call(new In(victim.pid(), started, Signal.USR1, null), context);
        assertThat(victim.waitFor()).isEqualTo(128 + 10);
    }

    @Test
    void aNumberThatIsUsedAgainIsNotHit() {
        Instant earlier = started.minusSeconds(60);
        Refused.with(Code.CONFLICT, () -> signal.call(new In(victim.pid(), earlier, Signal.KILL, null), context));
        assertThat(victim.isAlive()).isTrue();
    }

    @Test
    void theFirstProcessAndThePlatformAreSafe() {
        for (long pid : new long[] {-1, 0, 1, ProcessHandle.current().pid()}) {
            Refused.with(Code.DENIED, () -> signal.call(new In(pid, started, Signal.KILL, null), context));
        }
    }
}
