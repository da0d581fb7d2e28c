package org.auleos.tools.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.tools.process.internal.ListProcesses.In;
import org.auleos.tools.process.internal.ListProcesses.Order;
import org.auleos.tools.process.internal.ListProcesses.Out;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at processes. */
class ListTest {

    private final TestContext context = new TestContext(Path.of("/"));

    @Test
    void weAreAmongTheProcesses() throws Exception {
        ProcessFacts self = new ProcessInfo()
                .call(new ProcessInfo.In(ProcessHandle.current().pid()), context);

        assertThat(self.name()).isEqualTo("java");
        assertThat(self.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(self.parent())
                .isEqualTo(ProcessHandle.current().parent().orElseThrow().pid());
        assertThat(self.rss()).isGreaterThan(10_000_000);
        assertThat(self.cpuSeconds()).isPositive();
        Instant java = ProcessHandle.current().info().startInstant().orElseThrow();
        assertThat(Duration.between(java, self.started()).abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(list(Order.PID, 500).processes())
                .extracting(ProcessFacts::pid)
                .contains(self.pid());
    }

    @Test
    void theOrderIsTheOneAskedFor() throws Exception {
        assertThat(list(Order.RSS, 5).processes())
                .isSortedAccordingTo(Comparator.comparingLong(ProcessFacts::rss).reversed());
        assertThat(list(null, 5).processes())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(ProcessFacts::cpuPercent).reversed());
        assertThat(list(Order.PID, 3).processes())
                .hasSize(3)
                .isSortedAccordingTo(Comparator.comparingLong(ProcessFacts::pid));
        assertThat(list(Order.STARTED, 3).total()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aSampleShowsWhoIsBusyNow() throws Exception {
        Out out = new ListProcesses().call(new In(null, 500, null, Duration.ofMillis(50)), context);
        assertThat(out.processes())
                .allSatisfy(process -> assertThat(process.cpuPercent()).isNotNegative());
        Refused.with(
                Code.INVALID_INPUT,
                () -> new ListProcesses().call(new In(null, null, null, Duration.ofMinutes(1)), context));
        Refused.with(Code.INVALID_INPUT, () -> list(null, 0));
    }

    @Test
    void whatTheKernelShowsIsReadByItsManual(@TempDir Path proc) throws Exception {
        Files.writeString(proc.resolve("stat"), "cpu  1 2 3\nbtime 1700000000\nprocesses 9\n");
        process(
                proc,
                42,
                "42 (a (odd) name) Z 7 1 1 0 -1 0 0 0 0 0 250 150 0 0 20 0 1 0 1000 0 0 0",
                "prog\0--token=abc\0x\ny\0");
        process(proc, 2, "2 (kthreadd) S 0 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 0 0 0 0", "");
        Files.createDirectory(proc.resolve("sys"));

        Out out = new ListProcesses(new LinuxTable(proc)).call(new In(Order.PID, null, null, null), context);

        assertThat(out).extracting(Out::total, Out::zombies).containsExactly(2, 1);
        assertThat(out.processes().get(0).command()).isEqualTo("[kthreadd]");
        ProcessFacts odd = out.processes().get(1);
        assertThat(odd)
                .extracting(
                        ProcessFacts::pid,
                        ProcessFacts::parent,
                        ProcessFacts::name,
                        ProcessFacts::state,
                        ProcessFacts::cpuSeconds)
                .containsExactly(42L, 7L, "a (odd) name", ProcessFacts.State.ZOMBIE, 4.0);
        assertThat(odd.command()).isEqualTo("prog --token=*** x?y");
        assertThat(odd.started()).isEqualTo(Instant.ofEpochSecond(1_700_000_010));
    }

    @Test
    void otherSystemsAreSeenThroughJava() {
        assertThat(new PortableTable().all(context))
                .extracting(ProcessFacts::pid)
                .contains(ProcessHandle.current().pid());
        assertThat(new PortableTable().one(ProcessHandle.current().pid(), Instant.now()))
                .isPresent();
    }

    @Test
    void aProcessThatIsNotThereIsNotFound() {
        Refused.with(Code.NOT_FOUND, () -> new ProcessInfo().call(new ProcessInfo.In(999_999_999), context));
    }

    private Out list(@Nullable Order sort, int limit) throws Exception {
        return new ListProcesses().call(new In(sort, limit, null, null), context);
    }

    private static void process(Path proc, int pid, String stat, String command) throws IOException {
        Path dir = Files.createDirectory(proc.resolve(Integer.toString(pid)));
        Files.writeString(dir.resolve("stat"), stat + "\n");
        Files.writeString(dir.resolve("cmdline"), command);
        Files.writeString(dir.resolve("status"), "Name:\tx\n");
    }
}
