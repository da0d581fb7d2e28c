package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerCommandsTest {

    private static final String CHECKPOINT = "{\"origin\":\"auleos/local\",\"size\":3,\"root\":\"ab\","
            + "\"note\":\"auleos/local\\n3\\nAAAA\\n\\n\u2014 auleos/local BBBB\\n\",\"key\":\"auleos/local+01+AQ==\"}";

    @TempDir
    private Path directory;

    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new Stage(directory);
        stage.on("GET /ledger/checkpoint", 200, CHECKPOINT);
        stage.on("GET /ledger/head", 200, "{\"sequence\":50000}");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static String found(boolean intact, int checked) {
        return "{\"intact\":" + intact + ",\"checked\":" + checked + ",\"badSequence\":0,\"problem\":\"gone\"}";
    }

    @Test
    void theHeadIsACheckpointToBeKept() {
        assertThat(stage.run("ledger", "head")).isZero();
        assertThat(stage.shown()).isEqualTo("auleos/local\n3\nAAAA\n\n\u2014 auleos/local BBBB\n");
        stage.out.reset();

        assertThat(stage.run("ledger", "key")).isZero();

        assertThat(stage.shown()).isEqualTo("auleos/local+01+AQ==\n");
    }

    @Test
    void everythingIsVerifiedInPartsAndComparedWithWhatWasSigned() throws IOException {
        stage.on("GET /ledger/verify?from=1&to=20000", 200, found(true, 20_000));
        stage.on("GET /ledger/verify?from=20001&to=40000", 200, found(true, 20_000));
        stage.on("GET /ledger/verify?from=40001&to=50000", 200, found(true, 10_000));
        stage.on("POST /ledger/compare", 200, found(true, 2));
        Files.writeString(directory.resolve("witness"), "kept elsewhere");

        assertThat(stage.run("ledger", "verify", "--witness", "witness")).isZero();

        assertThat(stage.shown()).isEqualTo("intact: 50,000 records checked, 2 checkpoints compared\n");
        assertThat(stage.asked).contains("POST /ledger/compare {\"notes\":\"kept elsewhere\"}");
        assertThat(stage.run("ledger", "verify", "--witness", "missing")).isEqualTo(2);
    }

    @Test
    void anotherHistoryThanTheSignedOneIsANegativeAnswer() {
        stage.on("GET /ledger/verify?from=1&to=20000", 200, found(true, 20_000));
        stage.on("GET /ledger/verify?from=20001&to=40000", 200, found(true, 20_000));
        stage.on("GET /ledger/verify?from=40001&to=50000", 200, found(true, 10_000));
        stage.on("POST /ledger/compare", 200, found(false, 0));

        assertThat(stage.run("ledger", "verify")).isEqualTo(1);
        assertThat(stage.shown()).contains("NOT WHAT WAS SIGNED: gone");
    }

    @Test
    void aPartIsVerifiedWithoutComparing() {
        stage.on("GET /ledger/verify?from=5&to=7", 200, found(true, 3));

        assertThat(stage.run("ledger", "verify", "--from", "5", "--to", "7")).isZero();
        assertThat(stage.shown()).isEqualTo("intact: 3 records checked\n");
        assertThat(stage.run("ledger", "verify", "--from", "x")).isEqualTo(2);
    }

    @Test
    void anExportIsWrittenOnceAndNotOverAnything() throws IOException {
        stage.on("GET /ledger/export?from=1&to=3", 200, "records");

        assertThat(stage.run("ledger", "export", "--to", "3", "all.ledger")).isZero();

        assertThat(Files.readString(directory.resolve("all.ledger"))).isEqualTo("records");
        assertThat(stage.run("ledger", "export", "--to", "3", "all.ledger")).isEqualTo(2);
        assertThat(stage.run("ledger", "export", "--from", "9", "none.ledger")).isEqualTo(2);
        assertThat(directory.resolve("none.ledger")).doesNotExist();
    }

    @Test
    void proofsAreShownWithTheCheckpointTheyEndAt() {
        stage.on(
                "GET /ledger/events/2/proof",
                200,
                "{\"sequence\":2,\"hash\":\"cd\",\"path\":[\"ef\"],\"checkpoint\":" + CHECKPOINT + "}");
        stage.on(
                "GET /ledger/consistency?from=2&to=3",
                200,
                "{\"from\":2,\"fromRoot\":\"cd\",\"path\":[\"ef\"],\"checkpoint\":" + CHECKPOINT + "}");

        assertThat(stage.run("ledger", "prove", "2")).isZero();
        assertThat(stage.shown()).startsWith("record  #2  cd\nwith    ef\nroot    ab\n\nauleos/local\n3\n");
        stage.out.reset();
        assertThat(stage.run("ledger", "prove", "--since", "2", "--to", "3")).isZero();
        assertThat(stage.shown()).startsWith("from    2 records, root cd\nwith    ef\n");
        assertThat(stage.run("ledger", "prove")).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoExportCouldNotBeLookedAt() throws IOException {
        Files.writeString(directory.resolve("other"), "something else entirely");

        assertThat(stage.run("ledger", "verify", "--file", "other")).isEqualTo(2);
        assertThat(stage.noted()).contains("which key?");
        Files.createDirectory(directory.resolve("keys"));
        Files.writeString(
                directory.resolve("keys/ledger-local.pub"),
                "auleos/local+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n");
        assertThat(stage.run("ledger", "verify", "--file", "other")).isEqualTo(2);
        assertThat(stage.noted()).contains("no export of a ledger");
    }
}
