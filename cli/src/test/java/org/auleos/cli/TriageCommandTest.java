package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TriageCommandTest {

    private static final String INPUTS =
            "[{\"path\":\"/a.log\",\"lines\":1200,\"bytes\":99,\"from\":null,\"to\":null}]";
    private static final String FINDING = """
            {"id":"storage.full#1","title":"Disk full \\u001b[31m","severity":"critical","confidence":0.95,
             "tier":"rules","category":"storage","count":17,"firstSeen":"2026-11-20T10:00:01.5Z",
             "lastSeen":"2026-11-20T10:05:33Z","explanation":"Nothing can be written.",
             "evidence":[{"path":"/a.log","line":7,"text":"No space left on device"}],
             "action":{"tool":"hw.disk","input":{},"undoable":false,"why":"shows it"}}""";

    private Stage stage;
    private Path directory;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        directory = temp;
        stage = new Stage(temp);
        Files.createFile(temp.resolve("a.log"));
        stage.on("POST /goals", 202, "{\"run\":\"r-1\"}");
        stage.on(
                "GET /runs/r-1/events",
                200,
                "retry: 1000\n\nid: 1\nevent: run.finished\ndata: {\"type\":\"run.finished\"}\n\n");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void result(String findings) {
        String result = "{\"status\":\"done\",\"inputs\":" + INPUTS + ",\"findings\":[" + findings + "]}";
        stage.on("GET /runs/r-1/result", 200, "{\"run\":\"r-1\",\"state\":\"done\",\"result\":" + result + "}");
    }

    @Test
    void pathsAreMadeAbsoluteAndSentAsGrantsAndParameters() {
        result("");

        assertThat(stage.run("triage", "a.log", "--since", "24h")).isZero();

        assertThat(stage.asked.get(0))
                .contains("\"paths\":[\"" + directory + "/a.log\"]", "\"since\":\"24h\"", "\"text\":\"triage\"");
    }

    @Test
    void findingsAreShownWithEvidenceMeaningActionAndWhereToLookNext() {
        result(FINDING);

        int code = stage.run("triage");

        assertThat(code).isEqualTo(1);
        assertThat(stage.shown())
                .contains("1 file, 1,200 lines", "1 finding", "CRITICAL  Disk full \\u001b[31m")
                .contains("17 ×, 2026-11-20 10:00:01Z – 10:05:33Z", "/a.log:7  No space left on device")
                .contains("Nothing can be written.", "aule tool call hw.disk '{}'  (cannot be undone)")
                .contains("aule run why r-1")
                .doesNotContain("\u001b");
        assertThat(stage.noted()).isEmpty();
    }

    @Test
    void theJsonIsOneObjectWithExactlyTheMembersPromised() {
        result(FINDING);

        int code = stage.run("triage", "--json");

        assertThat(code).isEqualTo(1);
        Json.Obj json = (Json.Obj) stage.json();
        assertThat(json.members().keySet())
                .containsExactlyInAnyOrder("run", "status", "inputs", "findings", "elapsedMs");
        assertThat(json.text("run")).contains("r-1");
        assertThat(((Json.Arr) json.get("findings").orElseThrow()).items()).containsExactly(Json.parse(FINDING));
    }

    @Test
    void nothingAboveLowIsWell() {
        result(FINDING.replace("critical", "low"));

        assertThat(stage.run("triage")).isZero();
    }

    @Test
    void aPathWithoutAnyLogIsNoGoodNews() throws IOException {
        Files.createDirectory(directory.resolve("empty"));
        stage.on(
                "GET /runs/r-1/result",
                200,
                "{\"run\":\"r-1\",\"state\":\"done\",\"result\":{\"status\":\"unread\",\"inputs\":[],\"findings\":[]}}");

        assertThat(stage.run("triage", "empty")).isEqualTo(2);
        assertThat(stage.noted()).contains("there was no log to read below " + directory + "/empty");
        assertThat(stage.shown()).doesNotContain("nothing wrong found");
    }

    @Test
    void aRunThatFailedCouldNotDoTheJob() {
        stage.on("GET /runs/r-1/result", 200, "{\"run\":\"r-1\",\"state\":\"failed\",\"problem\":\"scan failed\"}");

        assertThat(stage.run("triage")).isEqualTo(2);
        assertThat(stage.noted()).contains("scan failed", "aule run why r-1");
    }

    @Test
    void aRefusalIsShownWithWhatToDo() {
        stage.on(
                "POST /goals",
                422,
                "{\"error\":{\"code\":\"refused\",\"message\":\"since: 1x is no duration\",\"hint\":\"say 24h\"}}");

        assertThat(stage.run("triage", "--since", "1x")).isEqualTo(2);
        assertThat(stage.noted()).contains("since: 1x is no duration", "say 24h");
    }

    @Test
    void pathsThatAreNotThereAreRefusedBeforeAnythingRuns() {
        assertThat(stage.run("triage", "missing.log")).isEqualTo(2);
        assertThat(stage.noted()).contains(directory + "/missing.log");
        assertThat(stage.asked).isEmpty();
    }
}
