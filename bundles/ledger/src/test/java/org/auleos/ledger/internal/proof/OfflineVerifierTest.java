package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.tools.ToolProvider;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Provenance;
import org.auleos.ledger.internal.ChainedLedger;
import org.auleos.ledger.internal.TestThreads;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight ways to tamper with an export, sixty times each, against the offline verifier as it is shipped. */
class OfflineVerifierTest {

    private static final Path SOURCE = Path.of("../../cli/src/main/java/org/auleos/cli/verify/VerifyLedger.java");
    private static final int SEEDS = 60;
    private static final int RECORDS = 50;
    private static final int WITNESSED = 40;

    @TempDir
    private static Path folder;

    private static URLClassLoader loader;
    private static MethodHandle verifier;
    private static byte[] export;
    private static byte[] part;
    private static String key;
    private static Signer thief;

    private record Verdict(int code, String said) {}

    @BeforeAll
    static void compileAndExport() throws Exception {
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.resolve("classes").toString(), SOURCE.toString());
        assertThat(compiled).isZero();
        loader = new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()}, null);
        Class<?> shipped = loader.loadClass("org.auleos.cli.verify.VerifyLedger");
        MethodType run = MethodType.methodType(int.class, String[].class, PrintStream.class, PrintStream.class);
        verifier = MethodHandles.publicLookup().findStatic(shipped, "run", run);
        LyingDisk disk = new LyingDisk();
        KeyFolder keys = KeyFolder.open(folder.resolve("keys"), "n1");
        try (TestThreads threads = new TestThreads();
                FileJournal journal =
                        FileJournal.open(disk, new FileJournal.Settings("n1", 1, 16 << 10), Runnable::run);
                ChainedLedger ledger = new ChainedLedger(journal, "n1", 1, threads, Clock.systemUTC())) {
            var due = new Checkpoints.Settings("n1", 1_000, Duration.ofDays(1));
            var places = new Checkpoints.Places(keys, Optional.of(new Witness(folder.resolve("told"))));
            Checkpoints checkpoints = new Checkpoints(journal, disk, due, places, ledger::head, Clock.systemUTC());
            JournalEvidence evidence = new JournalEvidence(journal, checkpoints, journal::last);
            for (int i = 1; i <= RECORDS; i++) {
                byte[] payload = ("{\"step\":" + i + ",\"amount\":100}").getBytes(UTF_8);
                ledger.append(new Draft("tool.called", 1, Provenance.KERNEL.withRun("r" + i % 3), "because", payload))
                        .await(Duration.ofSeconds(20));
                if (i == 20 || i == WITNESSED) {
                    evidence.checkpoint();
                }
            }
            Files.copy(folder.resolve("told"), folder.resolve("witness"));
            export = export(evidence, 1, Long.MAX_VALUE);
            part = export(evidence, 30, 45);
            key = evidence.publicKey();
            thief = checkpoints.signer();
        }
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    private static byte[] export(JournalEvidence evidence, long from, long to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        evidence.export(from, to, bytes);
        return bytes.toByteArray();
    }

    private static Verdict verify(byte[] bytes, String... options) throws Throwable {
        Path file = Files.write(folder.resolve("export"), bytes);
        List<String> words = new ArrayList<>(List.of(file.toString(), "--key", key));
        words.addAll(List.of(options));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int code = (int) verifier.invokeExact(words.toArray(new String[0]), out, out);
        return new Verdict(code, said.toString(UTF_8));
    }

    private static String witness() {
        return folder.resolve("witness").toString();
    }

    private static void assertFound(byte[] bytes, long record, int seed) throws Throwable {
        Verdict verdict = verify(bytes);
        assertThat(verdict.code()).as("seed %d: %s", seed, verdict.said()).isEqualTo(1);
        assertThat(verdict.said()).as("seed %d", seed).startsWith("BAD record " + record + ":");
    }

    @Test
    void whatWasNotTouchedIsIntact() throws Throwable {
        assertThat(verify(export, "--witness", witness()))
                .isEqualTo(new Verdict(0, verify(export, "--witness", witness()).said()));
        assertThat(verify(export, "--witness", witness()).said())
                .contains("intact: records 1 to 50", "2 witnessed checkpoints hold, up to record 40");
        assertThat(verify(part, "--witness", witness()).said())
                .contains("intact: records 30 to 45", "1 witnessed checkpoints hold");
        assertThat(verify(export).said()).contains("no witnessed checkpoint was compared");
        assertThat(new ExportFile(export).bytes()).isEqualTo(export);
    }

    @Test
    void anEditedRecordIsNamed() throws Throwable {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            ExportFile file = new ExportFile(export);
            int at = random.nextInt(RECORDS);
            byte[] record = file.records.get(at);
            int place = 112 + random.nextInt(record.length - 112);
            record[place] ^= (byte) (1 << random.nextInt(8));

            Verdict verdict = verify(file.bytes());

            assertThat(verdict.code()).as("seed %d", seed).isEqualTo(1);
            assertThat(verdict.said()).startsWith("BAD record " + (at + 1) + ":");
        }
    }

    @Test
    void everyByteOfAnExportCounts() throws Throwable {
        for (int at = 0; at < export.length; at++) {
            byte[] changed = export.clone();
            changed[at] ^= 1;

            assertThat(verify(changed).code()).as("byte %d", at).isIn(1, 2);
        }
    }

    @Test
    void aDeletedRecordIsNamed() throws Throwable {
        for (int seed = 0; seed < SEEDS; seed++) {
            ExportFile file = new ExportFile(export);
            int at = new Random(seed).nextInt(RECORDS);
            file.records.remove(at);
            assertFound(file.bytes(), at + 1, seed);
        }
    }

    @Test
    void swappedRecordsAreNamed() throws Throwable {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            ExportFile file = new ExportFile(export);
            int first = random.nextInt(RECORDS - 1);
            int second = first + 1 + random.nextInt(RECORDS - 1 - first);
            Collections.swap(file.records, first, second);
            assertFound(file.bytes(), first + 1, seed);
        }
    }

    @Test
    void anInsertedRecordIsNamed() throws Throwable {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            ExportFile file = new ExportFile(export);
            int at = random.nextInt(RECORDS);
            int copied = (at + 1 + random.nextInt(RECORDS - 1)) % RECORDS;
            file.records.add(at, file.records.get(copied).clone());
            assertFound(file.bytes(), at + 1, seed);
        }
    }

    /** Everything fits each other again, but the signed root was another. */
    private static ExportFile rewritten(int at) {
        ExportFile file = new ExportFile(export);
        byte[] record = file.records.get(at);
        String text = new String(record, java.nio.charset.StandardCharsets.ISO_8859_1);
        record[text.indexOf("\"amount\":100") + 9] = '9';
        file.chainFrom(at);
        return file;
    }

    @Test
    void aHistoryChainedAnewIsFound() throws Throwable {
        for (int seed = 0; seed < SEEDS; seed++) {
            ExportFile file = rewritten(new Random(seed).nextInt(RECORDS));

            Verdict verdict = verify(file.bytes());

            assertThat(verdict.code()).as("seed %d", seed).isEqualTo(1);
            assertThat(verdict.said()).contains("the node signed another history");
        }
    }

    @Test
    void aRecordInsertedIntoAHistoryChainedAnewIsFound() throws Throwable {
        ExportFile file = new ExportFile(export);
        file.records.add(10, file.records.get(20).clone());
        file.chainFrom(10);
        file.claim(RECORDS + 1, "auleos/n1\n51\n");

        assertThat(verify(file.bytes()).code()).isEqualTo(2);
    }

    @Test
    void aTornRecordIsNamedAtEveryLength() throws Throwable {
        int end = export.length - 12;
        int lastFrame = end - 16 - new ExportFile(export).records.get(RECORDS - 1).length;
        for (int kept = lastFrame; kept < export.length; kept++) {
            Verdict verdict = verify(Arrays.copyOf(export, kept));

            assertThat(verdict.code()).as("%d bytes", kept).isEqualTo(1);
            assertThat(verdict.said()).startsWith("BAD record " + (kept < end ? RECORDS : RECORDS + 1) + ":");
        }
    }

    private static void resign(ExportFile file) {
        int size = file.records.size();
        Instant now = Clock.systemUTC().instant();
        String body = Notes.body("auleos/n1", size, file.root(), 1, file.chain(size), now);
        file.claim(size, thief.sign(body));
    }

    @Test
    void aCutTailIsFoundByWhoeverHasALaterCheckpoint() throws Throwable {
        for (int seed = 0; seed < SEEDS; seed++) {
            int kept = 1 + new Random(seed).nextInt(WITNESSED - 1);
            ExportFile file = new ExportFile(export);
            file.records.subList(kept, RECORDS).clear();
            assertFound(file.bytes(), kept + 1, seed);
            resign(file);

            Verdict verdict = verify(file.bytes(), "--witness", witness());

            assertThat(verdict.code()).as("seed %d", seed).isEqualTo(1);
            assertThat(verdict.said()).startsWith("BAD record " + (kept + 1) + ": it is missing");
            assertThat(verify(file.bytes(), "--witness", witness(), "--to", "" + kept)
                            .code())
                    .isZero();
        }
    }

    @Test
    void aHistorySignedAnewWithTheStolenKeyIsFoundUpToTheLastWitnessedCheckpoint() throws Throwable {
        for (int seed = 0; seed < SEEDS; seed++) {
            int at = new Random(seed).nextInt(RECORDS);
            ExportFile file = rewritten(at);
            resign(file);

            Verdict verdict = verify(file.bytes(), "--witness", witness());

            assertThat(verdict.code()).as("record %d", at + 1).isEqualTo(at < WITNESSED ? 1 : 0);
            if (at < WITNESSED) {
                assertThat(verdict.said()).startsWith("BAD record " + (at < 20 ? 1 : 21) + ": it, or one up to");
            }
        }
    }

    @Test
    void whatCannotBeLookedAtIsNotCalledDamaged() throws Throwable {
        assertThat(verify("no export".getBytes(UTF_8)).code()).isEqualTo(2);
        assertThat(verify(export, "--witness").code()).isEqualTo(2);
        assertThat(verify(export, "--witness", folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
        Signer other = Signer.of("auleos/n1", Signer.generate(), folder);
        Path forged = Files.writeString(
                folder.resolve("forged"),
                other.sign(Notes.body("auleos/n1", 9, new byte[32], 1, new byte[32], Instant.EPOCH)));
        assertThat(verify(export, "--witness", forged.toString()).said()).contains("no witnessed checkpoint is signed");
    }
}
