package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.FileJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one directory. */
class ProcessesTest {

    private static final int RECORDS = 500;

    @TempDir
    private Path home;

    @Test
    void aSecondProcessIsRefusedAndAKilledOneLosesNothing() throws Exception {
        Path directory = home.resolve("ledger");
        Process other = start(directory);
        long acknowledged = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(other.getInputStream(), UTF_8))) {
            while (acknowledged < RECORDS) {
                acknowledged = nextNumber(lines);
            }
            assertThatThrownBy(() -> DirectoryDisk.open(directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining(directory.toString());
        } finally {
            other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }

        assertWhole(directory, acknowledged);
    }

    private static Process start(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long nextNumber(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        assertThat(line).as("the other process ended").isNotNull();
        return Long.parseLong(line);
    }

    private static void assertWhole(Path directory, long acknowledged) throws Exception {
        var settings = new FileJournal.Settings("n1", 1, 64 << 10);
        try (TestThreads threads = new TestThreads();
                FileJournal journal = FileJournal.open(DirectoryDisk.open(directory), settings, Runnable::run);
                var ledger = new ChainedLedger(journal, "n1", 1, threads, Clock.systemUTC())) {
            assertThat(ledger.head().sequence()).isGreaterThanOrEqualTo(acknowledged);
            assertThat(ledger.verify(1, Long.MAX_VALUE).intact()).isTrue();
            assertThat(ledger.append(LedgerContract.draft("t", "r", "{}")).await(LedgerContract.LIMIT))
                    .isEqualTo(ledger.head().sequence());
        }
    }
}
