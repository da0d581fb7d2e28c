package org.auleos.tools.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.tools.process.internal.Spawn.In;
import org.auleos.tools.process.internal.Spawn.Out;
import org.auleos.tools.process.internal.Spawn.Variable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SpawnTest {

    private final Spawn spawn = new Spawn();
    private Path workspace;
    private TestContext context;

    @BeforeEach
    void prepare(@TempDir Path temp) throws IOException {
        workspace = temp.toRealPath();
        context = new TestContext(workspace);
    }

    @Test
    void outputsAndExitStatusAreReported() throws Exception {
        Out out = sh("echo out; echo err >&2; exit 3");
        assertThat(out)
                .extracting(Out::exit, Out::output, Out::error, Out::timedOut)
                .containsExactly(3, "out\n", "err\n", false);
    }

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        String nasty = "a b;$(touch x)`touch y`\n'\"*";
        Out out = spawn.call(new In("printf", List.of("%s|", nasty, ""), null, null, null), context);
        assertThat(out.output()).isEqualTo(nasty + "||");
        assertThat(workspace).isEmptyDirectory();
    }

    @Test
    void nothingOfOurEnvironmentIsInherited() throws Exception {
        Out out = spawn.call(new In("env", List.of(), null, List.of(new Variable("TZ", "UTC")), null), context);
        assertThat(out.output().lines())
                .containsExactlyInAnyOrder(
                        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "TZ=UTC");
        for (String name : List.of("LD_PRELOAD", "PATH", "BASH_ENV", "JAVA_TOOL_OPTIONS")) {
            Refused.with(
                    Code.INVALID_INPUT,
                    () -> spawn.call(new In("env", List.of(), null, List.of(new Variable(name, "x")), null), context));
        }
    }

    @Test
    void theProgramRunsInTheDirectoryAskedFor() throws Exception {
        Files.createDirectory(workspace.resolve("sub"));
        assertThat(spawn.call(new In("pwd", List.of(), "sub", null, null), context)
                        .output())
                .isEqualTo(workspace.resolve("sub") + "\n");
        assertThat(spawn.call(new In("pwd", List.of(), null, null, null), context)
                        .output())
                .isEqualTo(workspace + "\n");
        Refused.with(Code.NOT_FOUND, () -> spawn.call(new In("pwd", List.of(), "none", null, null), context));
        Refused.with(Code.DENIED, () -> spawn.call(new In("pwd", List.of(), "../..", null, null), context));
    }

    @Test
    void atTheTimeOutTheWholeFamilyIsKilled() throws Exception {
        Out out = spawn.call(
                new In("sh", List.of("-c", "sleep 300 & echo $!; wait"), null, null, Duration.ofMillis(500)), context);

        assertThat(out).extracting(Out::exit, Out::timedOut).containsExactly(null, true);
        ProcessHandle.of(Long.parseLong(out.output().strip()))
                .ifPresent(child -> assertThat(child.onExit()
                                .orTimeout(10, TimeUnit.SECONDS)
                                .join()
                                .isAlive())
                        .isFalse());
    }

    @Test
    void aChildThatKeepsTheOutputOpenIsNotWaitedFor() throws Exception {
        Out out = sh("sleep 300 & echo done");
        assertThat(out).extracting(Out::exit, Out::output, Out::timedOut).containsExactly(0, "done\n", false);
        assertThat(out.milliseconds()).isLessThan(20_000);
    }

    @Test
    void endlessOutputIsCutAndTheProgramStillEnds() throws Exception {
        Out out = spawn.call(new In("yes", List.of(), null, null, Duration.ofMillis(300)), context);
        assertThat(out).extracting(Out::truncated, Out::timedOut).containsExactly(true, true);
        assertThat(out.output()).hasSize(64 * 1024);
        assertThat(sh("head -c 1000000 /dev/zero | tr '\\0' x").truncated()).isTrue();
    }

    @Test
    void anInterruptKillsTheProgram() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sh("sleep 300")).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatCannotRunIsSaid() {
        Refused.with(Code.NOT_FOUND, () -> spawn.call(new In("no-such-program", List.of(), null, null, null), context));
        Refused.with(Code.INVALID_INPUT, () -> spawn.call(new In("./x", List.of(), null, null, null), context));
        Refused.with(Code.INVALID_INPUT, () -> spawn.call(new In("", List.of(), null, null, null), context));
        Refused.with(Code.INVALID_INPUT, () -> spawn.call(new In("env", List.of("a\0b"), null, null, null), context));
        Refused.with(
                Code.INVALID_INPUT,
                () -> spawn.call(new In("env", List.of(), null, null, Duration.ofHours(1)), context));
    }

    private Out sh(String script) throws InterruptedException {
        return spawn.call(new In("sh", List.of("-c", script), null, null, Duration.ofSeconds(20)), context);
    }
}
