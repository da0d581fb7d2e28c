package org.auleos.tools.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.auleos.testkit.ToolHarness;
import org.auleos.tools.triage.internal.Certificates.Certificate;
import org.auleos.tools.triage.internal.Disks.Disk;
import org.auleos.tools.triage.internal.Ports.Socket;
import org.auleos.tools.triage.internal.Processes.Running;
import org.auleos.tools.triage.internal.Processes.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TriageMachineTest {

    private static final long GIB = 1L << 30;
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void nothingIsSaidAboutAHealthyMachine() throws Exception {
        var in = new TriageMachine.In(
                new Disks(List.of(disk("/", 20 * GIB, 61, 12), image())),
                new Memory(16 * GIB, 9 * GIB, 43.7, 2 * GIB, GIB / 8, 6.2, null, null),
                new Processes(List.of(process(1, State.SLEEPING, 0.1)), 180, 1),
                new Ports(List.of(socket("0.0.0.0", 22, false), socket("127.0.0.1", 5432, true)), 0),
                new Certificates(List.of(certificate("/etc/ssl/shop.pem", 60, 90, false)), List.of(), 1));

        assertThat(findings(in)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"91,MEDIUM", "96,HIGH", "99.5,CRITICAL"})
    void aDiskThatFillsUpGetsWorse(double used, Severity severity) throws Exception {
        List<Finding> found = findings(onlyDisks(disk("/var", 2 * GIB, used, 12)));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.title()).contains("/var");
            assertThat(finding.evidence().get(0).path()).isEqualTo("hw.disk");
        });
    }

    @Test
    void aLargeDiskWithPlentyLeftStaysLow() throws Exception {
        assertThat(findings(onlyDisks(disk("/data", 400 * GIB, 92, 12))))
                .extracting(Finding::severity)
                .containsExactly(Severity.LOW);
    }

    @Test
    void twoFullDisksAndTheirInodesAreToldApart() throws Exception {
        List<Finding> found = findings(onlyDisks(disk("/mnt/1", GIB, 97, 98), disk("/mnt/2", GIB, 97, 12)));

        assertThat(found).hasSize(3).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void memoryThatRunsShortIsFound() throws Exception {
        var memory = new Memory(16 * GIB, GIB / 4, 98.4, 2 * GIB, 2 * GIB, 99, null, null);

        assertThat(findings(new TriageMachine.In(null, memory, null, null, null)))
                .extracting(Finding::severity)
                .containsExactly(Severity.HIGH);
    }

    @Test
    void zombiesAndProcessesThatWaitAreFound() throws Exception {
        List<Running> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            waiting.add(process(100 + i, State.WAITING, 0));
        }

        List<Finding> found = findings(new TriageMachine.In(null, null, new Processes(waiting, 400, 40), null, null));

        assertThat(found).extracting(Finding::rule).containsExactly("machine.disk-wait", "machine.zombies");
    }

    @Test
    void privateServicesThatListenToOthersAreMentioned() throws Exception {
        var ports = new Ports(List.of(socket("0.0.0.0", 6379, false), socket("127.0.0.1", 3306, true)), 0);

        assertThat(findings(new TriageMachine.In(null, null, null, ports, null)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.evidence())
                            .singleElement()
                            .satisfies(line -> assertThat(line.text()).contains("Redis"));
                });
    }

    @Test
    void certificatesAreJudgedByTheirTimeLeft() throws Exception {
        var certificates = new Certificates(
                List.of(
                        certificate("expired.pem", -3, 90, false),
                        certificate("soon.pem", 5, 90, false),
                        certificate("later.pem", 20, 90, false),
                        certificate("short-lived.pem", 5, 7, false),
                        certificate("old-authority.pem", -900, 3650, true)),
                List.of(),
                5);

        List<Finding> found = findings(new TriageMachine.In(null, null, null, null, certificates));

        assertThat(found)
                .extracting(Finding::severity)
                .containsExactly(Severity.HIGH, Severity.HIGH, Severity.MEDIUM, Severity.INFO);
        assertThat(found).noneMatch(finding -> finding.title().contains("short-lived"));
    }

    private List<Finding> findings(TriageMachine.In in) throws Exception {
        return ToolHarness.of(new TriageMachine(), dir).call(in).findings();
    }

    private static TriageMachine.In onlyDisks(Disk... disks) {
        return new TriageMachine.In(new Disks(List.of(disks)), null, null, null, null);
    }

    private static Disk disk(String mount, long free, double used, double inodesUsed) {
        return new Disk(mount, "/dev/vda1", "ext4", 100 * GIB, free, used, 1000, 500, inodesUsed, false);
    }

    private static Disk image() {
        return new Disk("/media/cd", "/dev/sr0", "iso9660", GIB, 0, 100, 0, 0, 0, true);
    }

    private static Running process(long pid, State state, double cpu) {
        return new Running(pid, 1, "root", "worker", "worker --all", state, cpu, 10, 1 << 20, NOON);
    }

    private static Socket socket(String address, int port, boolean loopback) {
        return new Socket("tcp", address, port, loopback, "root", 7L, null);
    }

    private static Certificate certificate(String source, long daysLeft, long lifetime, boolean authority) {
        Instant end = NOON.plus(Duration.ofDays(daysLeft));
        return new Certificate(
                source,
                "CN=" + source,
                "CN=issuer",
                List.of(),
                end.minus(Duration.ofDays(lifetime)),
                end,
                daysLeft,
                false,
                authority);
    }
}
