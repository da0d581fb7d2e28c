package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {

    private static final String RUNS = "{\"items\":[{\"id\":\"r-20261121-0002\",\"state\":\"done\",\"text\":\"two\"},"
            + "{\"id\":\"r-20261121-0001\",\"state\":\"failed\",\"text\":\"one\"}]}";

    private Stage stage;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        stage = new Stage(directory);
        stage.on("GET /runs?limit=1", 200, RUNS);
        stage.on("GET /runs?limit=20", 200, RUNS);
        stage.on("GET /runs?limit=1000", 200, RUNS);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void listsAreTablesAndCanBeJson() {
        assertThat(stage.run("run", "list")).isZero();
        assertThat(stage.shown().lines().findFirst().orElseThrow())
                .startsWith("RUN")
                .contains("STATE", "GOAL");
        assertThat(stage.shown()).contains("r-20261121-0001  failed").doesNotContain("\u001b");
        stage.out.reset();

        assertThat(stage.run("run", "list", "--json")).isZero();

        assertThat(stage.json().text()).startsWith("[{\"id\":\"r-20261121-0002\"");
    }

    @Test
    void coloursAreOnlyForTerminals() {
        stage.onTerminal().run("run", "list");

        assertThat(stage.shown()).contains("\u001b[32mdone");
    }

    @Test
    void aRunIsNamedByLastByAPrefixOrByItsId() {
        stage.on("GET /runs/r-20261121-0002", 200, "{\"id\":\"r-20261121-0002\",\"state\":\"done\"}");

        for (String id : new String[] {"last", "r-20261121-0002"}) {
            assertThat(stage.run("run", "show", id)).isZero();
        }
        assertThat(stage.run("run", "show", "r-2026")).isEqualTo(2);
        assertThat(stage.noted()).contains("means 2 runs");
    }

    @Test
    void anUnknownCommandOrWordIsRefusedNamingTheNearest() {
        assertThat(stage.run("traige")).isEqualTo(2);
        assertThat(stage.run("run", "lst")).isEqualTo(2);
        assertThat(stage.run("run")).isEqualTo(2);
        assertThat(stage.noted())
                .contains("did you mean \"triage\"", "did you mean \"run list\"", "run cancel")
                .contains("needs one word more");
    }

    @Test
    void everyCommandHasHelpThatNamesItsOptions() {
        for (String command : new String[] {"triage", "demo", "goal", "status"}) {
            assertThat(stage.run(command, "--help")).isZero();
        }
        assertThat(stage.run("tool", "call", "--help")).isZero();
        assertThat(stage.run("help")).isZero();
        assertThat(stage.shown()).contains("--since TIME", "--grant CAPABILITY", "aule ledger verify", "aule user add");
        assertThat(stage.asked).isEmpty();
    }

    @Test
    void anOutcomeThatIsNotDoneIsANegativeAnswer() {
        stage.on(
                "POST /tools/fs.list/call", 200, "{\"state\":\"denied\",\"message\":\"fs:read:/root is not granted\"}");

        assertThat(stage.run("tool", "call", "fs.list", "{\"path\":\"/root\"}")).isEqualTo(1);
        assertThat(stage.noted()).contains("denied: fs:read:/root is not granted");
        assertThat(stage.asked).contains("POST /tools/fs.list/call {\"input\":{\"path\":\"/root\"}}");
    }

    @Test
    void takingARunBackCanBeLookedAtFirst() {
        stage.on(
                "GET /runs/r-20261121-0002/undo?to=draft",
                200,
                "{\"run\":\"r-20261121-0002\",\"steps\":[{\"unit\":\"send\",\"tool\":\"mail.send\",\"intent\":7,"
                        + "\"undoable\":false,\"why\":\"mail.send has no undo\"}]}");

        assertThat(stage.run("run", "undo", "last", "--to", "draft", "--dry-run"))
                .isEqualTo(1);
        assertThat(stage.shown()).contains("send", "no", "mail.send has no undo");
    }

    @Test
    void takingARunBackWaitsForItsEnd() {
        String steps = "{\"run\":\"r-20261121-0002\",\"steps\":[{\"unit\":\"send\",\"undoable\":true}]}";
        stage.on("POST /runs/r-20261121-0002/undo", 202, steps);
        stage.on("GET /runs/r-20261121-0002/wait?seconds=20", 200, "{\"state\":\"undone\"}");
        stage.on("GET /runs/r-20261121-0002", 200, "{\"id\":\"r-20261121-0002\",\"state\":\"undone\"}");

        assertThat(stage.run("run", "undo", "last", "--partly", "--reason", "no"))
                .isZero();
        assertThat(stage.shown()).contains("run r-20261121-0002: 1 effect taken back");
        assertThat(stage.asked).contains("POST /runs/r-20261121-0002/undo {\"partly\":true,\"reason\":\"no\"}");

        stage.on(
                "GET /runs/r-20261121-0002",
                200,
                "{\"id\":\"r-20261121-0002\",\"state\":\"held\",\"problem\":\"somebody changed it\"}");
        assertThat(stage.run("run", "undo", "last")).isEqualTo(1);
        assertThat(stage.noted()).contains("is held: somebody changed it");
    }

    @Test
    void whatAFailedRunDidCanBeKept() {
        stage.on("POST /runs/r-20261121-0002/keep", 200, "{\"run\":\"r-20261121-0002\"}");

        assertThat(stage.run("run", "keep", "last", "--reason", "fine")).isZero();
        assertThat(stage.asked).contains("POST /runs/r-20261121-0002/keep {\"reason\":\"fine\"}");
    }

    @Test
    void aHeldUnitIsResolvedWithAWordAndAReason() {
        stage.on("POST /runs/r-20261121-0002/units/send/resolve", 202, "{\"run\":\"r-20261121-0002\"}");

        assertThat(stage.run(
                        "run", "resolve", "last", "send", "--applied", "--output", "{\"n\":1}", "--reason", "seen"))
                .isZero();
        assertThat(stage.run("run", "resolve", "last", "send", "--not-applied")).isZero();
        assertThat(stage.asked)
                .contains(
                        "POST /runs/r-20261121-0002/units/send/resolve"
                                + " {\"applied\":true,\"output\":{\"n\":1},\"reason\":\"seen\"}",
                        "POST /runs/r-20261121-0002/units/send/resolve {\"applied\":false}");
        assertThat(stage.run("run", "resolve", "last", "send")).isEqualTo(2);
        assertThat(stage.noted()).contains("say either --applied or --not-applied");
    }

    @Test
    void aCallSaysHowToTakeItBack() {
        stage.on(
                "POST /tools/fs.chmod/call",
                200,
                "{\"state\":\"done\",\"output\":{\"before\":\"rw\"},\"intent\":42,\"undoable\":true}");

        assertThat(stage.run("tool", "call", "fs.chmod", "{}", "--grant", "fs:write:/a"))
                .isZero();
        assertThat(stage.noted()).contains("aule tool undo 42");
        assertThat(stage.asked.get(0)).contains("\"grants\":[\"fs:write:/a\"]");
    }

    @Test
    void inputThatIsNoJsonIsRefusedHere() {
        assertThat(stage.run("tool", "call", "fs.list", "path=/")).isEqualTo(2);
        assertThat(stage.asked).isEmpty();
    }

    @Test
    void aRefusedGoalNamesTheClosest() {
        stage.on(
                "POST /goals",
                422,
                "{\"error\":{\"code\":\"refused\",\"message\":\"no plan fits\",\"hint\":\"\"},"
                        + "\"closest\":[{\"name\":\"triage\",\"example\":\"triage /var/log\"}]}");

        assertThat(stage.run("goal", "make tea", "--param", "cups=2")).isEqualTo(2);
        assertThat(stage.noted()).contains("no plan fits", "triage /var/log");
        assertThat(stage.asked.get(0)).contains("\"parameters\":{\"cups\":2}");
    }

    @Test
    void damageIsANegativeAnswer() {
        stage.on("GET /ledger/head", 200, "{\"sequence\":9}");
        stage.on(
                "GET /ledger/verify?from=1&to=9",
                200,
                "{\"intact\":false,\"checked\":7,\"badSequence\":5,\"problem\":\"hash differs\"}");

        assertThat(stage.run("ledger", "verify")).isEqualTo(1);
        assertThat(stage.shown()).contains("DAMAGED at #5: hash differs");
    }

    @Test
    void whatTheNodeRefusesIsShownWithItsHint() {
        assertThat(stage.run("tool", "show", "fs nothing")).isEqualTo(2);
        assertThat(stage.noted()).contains("no /tools/fs%20nothing", "look");
    }

    @Test
    void aNodeThatIsNotThereSaysHowToStartIt(@TempDir Path home) {
        stage.close();

        assertThat(stage.run("status")).isEqualTo(2);
        assertThat(stage.noted()).contains("nobody answers", "aule start");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Node.of(home)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is not running");
    }
}
