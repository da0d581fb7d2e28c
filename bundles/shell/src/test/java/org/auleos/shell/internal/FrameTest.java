package org.auleos.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.goal.Goal;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.Weight;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;

final class FrameTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:10Z");

    private static Snapshot look(Instant time, long sequence, long cpuMillis, List<RunView> runs) {
        Scheduler.Load load = new Scheduler.Load(new Weight(500, 64, 0), new Weight(2000, 247, 0), 1, 3);
        return new Snapshot(time, runs, load, sequence, cpuMillis, 80L << 20, 256L << 20, 42);
    }

    private static RunView run(String text) {
        return run(text, UnitState.RUNNING, Optional.empty());
    }

    private static RunView run(String text, UnitState state, Optional<String> problem) {
        RunView.UnitView unit = new RunView.UnitView(
                "scan",
                "Read the logs",
                "monitor",
                "log.scan",
                state,
                1,
                Optional.of(NOW.minusSeconds(65)),
                Optional.empty(),
                problem);
        return new RunView(
                "r-20261120-0001",
                new Goal(text, Json.empty(), Set.of()),
                "user:ada",
                "triage@1.0.0",
                "by name",
                RunState.RUNNING,
                NOW,
                Optional.empty(),
                List.of(unit),
                Optional.empty(),
                Optional.empty(),
                5);
    }

    private static List<String> frame(String text, int width, int height) {
        Snapshot before = look(NOW.minusSeconds(2), 100, 1_000, List.of());
        return new Frame(before, look(NOW, 150, 2_000, List.of(run(text)))).lines(width, height);
    }

    @Test
    void ratesAreDifferencesPerSecond() {
        List<String> lines = frame("triage", 120, 50);

        assertThat(lines.get(0)).contains("ledger #150", "25.0 events/s", "42 tools");
        assertThat(lines.get(1)).contains("1 running, 3 waiting", "500/2000 m", "64/247 MiB");
        assertThat(lines.get(2)).contains("50.0 %", "80 MiB of 256 MiB");
    }

    @Test
    void unitsStandUnderTheAgentThatDoesThem() {
        assertThat(frame("triage", 120, 50))
                .anyMatch(
                        line -> line.startsWith("monitor") && line.contains("log.scan") && line.endsWith("1 min 5 s"));
    }

    @Test
    void aUnitThatWaitsForPeopleSaysWhatFor() {
        RunView run =
                run("triage", UnitState.AWAITING, Optional.of("it writes; it waits for people: aule approve a-0007"));

        assertThat(new Frame(look(NOW, 100, 1_000, List.of()), look(NOW, 100, 1_000, List.of(run))).lines(160, 50))
                .anyMatch(line -> line.startsWith("monitor") && line.endsWith("aule approve a-0007"));
    }

    @Test
    void twoLooksAtTheSameMomentMakeNoRate() {
        Snapshot same = look(NOW, 100, 1_000, List.of());

        assertThat(new Frame(same, same).lines(120, 50).get(0)).contains("0.0 events/s");
    }

    @Test
    void aFrameFitsTheTerminal() {
        List<String> lines = frame("a goal with a very long text ".repeat(20), 60, 9);

        assertThat(lines).hasSizeLessThanOrEqualTo(9).allMatch(line -> line.length() <= 60);
    }

    @Test
    void aGoalCannotTakeOverTheTerminal() {
        assertThat(String.join("\n", frame("\u001b[2J\u202egone", 300, 50))).contains("\\u001b[2J\\u202egone");
    }
}
