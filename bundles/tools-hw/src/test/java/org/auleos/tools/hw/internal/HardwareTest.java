package org.auleos.tools.hw.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.auleos.plugin.tool.ToolException;
import org.auleos.testkit.ToolHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools say about this machine, held against what Java and the system say. */
class HardwareTest {

    @TempDir
    private Path workspace;

    @Test
    void theProcessorHasTheThreadsThatTheSystemCounts() throws Exception {
        Cpu.Out out = ToolHarness.of(new Cpu(), workspace).call(new Cpu.In(Duration.ofMillis(20)));
        assertThat(out.threads()).isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(out.busyPercent()).isBetween(0.0, 100.0);
        assertThat(out.uptimeSeconds()).isPositive();
        assertThatThrownBy(() -> ToolHarness.of(new Cpu(), workspace).call(new Cpu.In(Duration.ofMinutes(1))))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("PT1M");
    }

    @Test
    void memoryIsConsistent() throws Exception {
        Memory.Out out = ToolHarness.of(new Memory(), workspace).call(new Nothing());
        assertThat(out.available()).isBetween(1L, out.total());
        assertThat(out.usedPercent()).isCloseTo(100.0 * (out.total() - out.available()) / out.total(), within(0.01));
        assertThat(out.swapUsed()).isLessThanOrEqualTo(out.swapTotal());
    }

    @Test
    void aLimitOfAControlGroupCountsOnlyBelowTheMachine(@TempDir Path group) throws IOException {
        ControlGroup limits = new ControlGroup(List.of(group));
        assertThat(limits.memoryLimit(1000)).isEmpty();
        Files.writeString(group.resolve("memory.max"), "max\n");
        assertThat(limits.memoryLimit(1000)).isEmpty();
        Files.writeString(group.resolve("memory.max"), "500\n");
        Files.writeString(group.resolve("memory.current"), "20\n");
        assertThat(limits.memoryLimit(1000)).hasValue(500);
        assertThat(limits.memoryLimit(400)).isEmpty();
        assertThat(limits.memoryUsed()).hasValue(20);
    }

    @Test
    void theRootFileSystemIsAsFullAsJavaSays() throws Exception {
        List<Disk.FileSystem> disks =
                ToolHarness.of(new Disk(), workspace).call(new Nothing()).disks();
        assertThat(disks).extracting(Disk.FileSystem::type).doesNotContain("tmpfs", "proc", "sysfs");
        FileStore root = Files.getFileStore(Path.of(File.separator));
        assertThat(disks).anySatisfy(disk -> {
            assertThat(disk.total()).isEqualTo(root.getTotalSpace());
            assertThat(disk.usedPercent()).isBetween(0.0, 100.0);
            assertThat(disk.inodesUsedPercent()).isBetween(0.0, 100.0);
        });
    }

    @Test
    void aDeviceMountedTwiceCountsOnce() {
        assertThat(Disk.distinct(
                        List.of(disk("/data/bind", "/dev/sda1"), disk("/data", "/dev/sda1"), disk("/b", "/dev/sdb1"))))
                .extracting(Disk.FileSystem::mount)
                .containsExactly("/data", "/b");
    }

    @Test
    void theLoopbackInterfaceIsCounted() throws Exception {
        assertThat(ToolHarness.of(new Network(), workspace).call(new Nothing()).interfaces())
                .anySatisfy(nic -> assertThat(nic.name()).startsWith("lo"));
    }

    @Test
    void sensorsThatAreNotThereAreAbsent() throws Exception {
        SensorReadings.Out out = ToolHarness.of(new SensorReadings(), workspace).call(new Nothing());
        assertThat(out.cpuCelsius() == null || out.cpuCelsius() > 0).isTrue();
        assertThat(out.batteries())
                .allSatisfy(b -> assertThat(b.remainingPercent()).isBetween(0.0, 100.0));
    }

    private static Disk.FileSystem disk(String mount, String device) {
        return new Disk.FileSystem(mount, device, "ext4", 10, 5, 50, 0, 0, 0, false);
    }
}
