package org.auleos.tools.hw.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.auleos.testkit.ToolHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accelerators as the driver and the command of their maker show them. */
class GpuTest {

    @TempDir
    private Path workspace;

    private Path bin;
    private Path driver;

    @BeforeEach
    void folders(@TempDir Path temp) throws IOException {
        bin = Files.createDirectory(temp.resolve("bin"));
        driver = temp.resolve("driver");
    }

    @Test
    void withoutDriverAndCommandTheReasonIsGiven() throws Exception {
        Gpu.Out out = ToolHarness.of(gpu(), workspace).call(new Nothing());
        assertThat(out.available()).isFalse();
        assertThat(out.reason()).contains("nvidia-smi is not installed in " + bin);
    }

    @Test
    void theCommandTellsAll() throws Exception {
        command("echo 'NVIDIA A100-SXM4-40GB, GPU-1234, 550.54.15, 40960, 512, 37, 41, 61.50'"
                + "; echo 'Tesla T4, GPU-5678, 550.54.15, 15360, 0, [N/A], 33, [Not Supported]'");

        Gpu.Out out = ToolHarness.of(gpu(), workspace).call(new Nothing());

        assertThat(out.available()).isTrue();
        assertThat(out.reason()).isNull();
        assertThat(out.devices())
                .containsExactly(
                        new Gpu.Device(
                                "NVIDIA A100-SXM4-40GB",
                                "GPU-1234",
                                "550.54.15",
                                42949672960L,
                                536870912L,
                                37.0,
                                41.0,
                                61.5),
                        new Gpu.Device("Tesla T4", "GPU-5678", "550.54.15", 16106127360L, 0L, null, 33.0, null));
    }

    @Test
    void whenTheCommandFailsTheDriverIsAsked() throws Exception {
        command("echo 'NVIDIA-SMI has failed'; exit 9");
        Path information =
                Files.createDirectories(driver.resolve("gpus/0000:3b:00.0")).resolve("information");
        Files.writeString(information, "Model: \t\t Tesla T4\nIRQ:   \t\t 45\nGPU UUID: \t GPU-5678\n");

        Gpu.Out out = ToolHarness.of(gpu(), workspace).call(new Nothing());

        assertThat(out.available()).isTrue();
        assertThat(out.reason()).contains("NVIDIA-SMI has failed");
        assertThat(out.devices())
                .extracting(Gpu.Device::name, Gpu.Device::uuid)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Tesla T4", "GPU-5678"));
    }

    @Test
    void aCommandThatHangsIsEnded() throws Exception {
        command("exec sleep 60");
        NvidiaCommand command = new NvidiaCommand(List.of(bin));

        NvidiaCommand.Answer answer = command.ask(command.program().orElseThrow(), Duration.ofMillis(100));

        assertThat(answer.problem()).contains("did not answer within PT0.1S");
    }

    private Gpu gpu() {
        return new Gpu(new NvidiaCommand(List.of(bin)), new NvidiaDriver(driver));
    }

    private void command(String script) throws IOException {
        Path program = Files.writeString(bin.resolve("nvidia-smi"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
