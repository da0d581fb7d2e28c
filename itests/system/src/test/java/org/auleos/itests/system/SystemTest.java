package org.auleos.itests.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user of a fresh installation relies on. */
final class SystemTest {

    @TempDir
    static Path directory;

    private static Instance aule;

    @BeforeAll
    static void install() throws Exception {
        aule = Instance.start(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        aule.close();
    }

    @Test
    void nothingListensBeyondLoopback() throws Exception {
        assertThat(Sockets.beyondLoopback(aule.number("pid"))).isEmpty();
    }

    @Test
    void onlyTheOwnerCanReadTheToken() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(aule.home().resolve("token"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aule.home())))
                .isEqualTo("rwx------");
    }

    @Test
    void restRefusesWhoeverHasNoToken() throws Exception {
        assertThat(aule.send(aule.anonymous("/runs")).statusCode()).isEqualTo(401);
        assertThat(aule.send(aule.anonymous("/runs").header("Authorization", "Bearer " + "0".repeat(64)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(aule.send(aule.anonymous("/health")).statusCode()).isEqualTo(200);
    }

    @Test
    void restRefusesPagesOfOtherSites() throws Exception {
        assertThat(aule.send(aule.request("/runs").header("Origin", "https://example.org"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void triageNamesTheLinesOfABruteForce() throws Exception {
        Path log = Files.createDirectories(directory.resolve("brute")).resolve("auth.log");
        String attacks = IntStream.range(0, 40)
                .mapToObj(i ->
                        "Nov 20 10:%02d:%02d web1 sshd[%d]: Failed password for invalid user admin%d from 198.51.100.7 port %d ssh2"
                                .formatted(10 + i / 30, i * 2 % 60, 4000 + i, i, 40000 + i))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                log,
                "Nov 20 10:00:01 web1 CRON[100]: pam_unix(cron:session): session opened for user root\n" + attacks
                        + "\n");

        Json.Obj report =
                aule.run("triage", log.toString(), "--json").require(1).json();

        Json.Obj finding = (Json.Obj) items(report, "findings").get(0);
        assertThat(finding.text("title")).contains("SSH password guessing from 198.51.100.7");
        assertThat(finding.get("count")).contains(Json.of(40));
        Json.Obj evidence = (Json.Obj) items(finding, "evidence").get(0);
        int line = (int) ((Json.Int) evidence.get("line").orElseThrow()).value();
        assertThat(evidence.text("path")).contains(log.toString());
        assertThat(evidence.text("text")).contains(Files.readAllLines(log).get(line - 1));
    }

    @Test
    void triageOfAHealthyLogFindsNothing() throws Exception {
        Path log = directory.resolve("access.log");
        Files.writeString(
                log,
                IntStream.range(0, 500)
                        .mapToObj(i ->
                                "192.0.2.%d - - [20/Nov/2026:10:%02d:%02d +0000] \"GET /page/%d HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0\"\n"
                                        .formatted(i % 50, i / 60, i % 60, i))
                        .collect(Collectors.joining()));

        Json.Obj report =
                aule.run("triage", log.toString(), "--json").require(0).json();

        assertThat(items(report, "inputs")).hasSize(1);
        assertThat(report.text("status")).contains("clear");
    }

    @Test
    void triageOfNothingSaysSo() throws Exception {
        Ran ran =
                aule.run("triage", directory.resolve("missing.log").toString()).require(2);

        assertThat(ran.err()).contains("missing.log");
    }

    @Test
    void anEffectIsRecordedBeforeItHappensAndUndone() throws Exception {
        Path file = directory.resolve("note.txt");
        Files.writeString(file, "one\n");
        Json.Obj input = Json.empty().with("path", Json.of(file.toString())).with("text", Json.of("two\n"));

        aule.run("tool", "call", "fs.append", input.text(), "--grant", "fs:write:" + file, "--json")
                .requireSuccess();

        assertThat(file).hasContent("one\ntwo\n");
        assertThat(types(aule.get("/ledger/events?type=tool&text=note.txt&limit=10")))
                .containsSubsequence("tool.intended");
        assertThat(aule.run("ledger", "verify").requireSuccess().out()).containsIgnoringCase("intact");
    }

    @Test
    void aToolBeyondItsGrantDoesNotRun() throws Exception {
        Path file = directory.resolve("untouched.txt");
        Json.Obj input = Json.empty().with("path", Json.of(file.toString())).with("text", Json.of("x"));

        Ran ran = aule.run("tool", "call", "fs.append", input.text(), "--grant", "fs:write:/elsewhere/**")
                .require(1);

        assertThat(ran.err() + ran.out()).contains("fs:write:" + file);
        assertThat(file).doesNotExist();
    }

    @Test
    void anUnknownGoalIsRefusedWithTheClosestOnes() throws Exception {
        Ran ran = aule.run("goal", "paint the fence green").require(2);

        assertThat(ran.err() + ran.out()).contains("closest: ", "disk-usage");
    }

    @Test
    void eventsResumeBehindTheLastOneSeen() throws Exception {
        Path log = Files.writeString(directory.resolve("plain.log"), "hello\n".repeat(20));
        String run = aule.run("triage", log.toString(), "--json")
                .require(0)
                .json()
                .text("run")
                .orElseThrow();

        String all = aule.send(aule.request("/runs/" + run + "/events")).body();
        List<String> ids = all.lines().filter(line -> line.startsWith("id:")).toList();
        String last = ids.get(ids.size() / 2).substring(3).strip();
        String rest = aule.send(aule.request("/runs/" + run + "/events").header("Last-Event-ID", last))
                .body();

        assertThat(rest.lines().filter(line -> line.startsWith("id:")))
                .containsExactlyElementsOf(ids.subList(ids.size() / 2 + 1, ids.size()));
    }

    @Test
    void theOwnerWorksInTheShellAndAViewerOnlyLooks() throws Exception {
        Json.Obj viewer = Json.empty().with("name", Json.of("vera")).with("role", Json.of("viewer"));
        Json.Obj made = Json.object(aule.post("/users", viewer).body().getBytes(UTF_8));
        Path key = Files.writeString(
                directory.resolve("vera"), made.text("sshPrivateKey").orElseThrow());
        String owner = owner();
        Path ownerKey = aule.home().resolve("keys/owner");

        assertThat(Shell.run(aule, owner, ownerKey, "tool:list")).contains("fs.read");
        assertThat(Shell.run(aule, owner, ownerKey, "ledger:head")).containsPattern("[0-9]+");
        assertThat(Shell.run(aule, "vera", key, "tool:list")).contains("fs.read");
        assertThat(Shell.run(aule, "vera", key, "goal:submit triage")).contains("not found");
        assertThat(Shell.run(aule, "vera", key, "bundle:stop 1")).contains("not found");
        assertThat(Shell.run(aule, "vera", key, "shell:cat " + aule.home().resolve("token")))
                .contains("not found");
        assertThat(aule.send(aule.anonymous("/goals")
                                .header(
                                        "Authorization",
                                        "Bearer " + made.text("token").orElseThrow())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"text\":\"triage\"}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Shell.forwards((int) aule.number("port") + 1, "vera", key)).isFalse();
    }

    /** Asks from the first moment the shell lets anybody in: there is none at which a server forwards. */
    @Test
    void theShellForwardsNothingWhileItStarts() throws Exception {
        long port = aule.number("port");
        String owner = owner();
        Path key = aule.home().resolve("keys/owner");
        aule.run("stop").requireSuccess();
        Thread starting = new Thread(() -> start(port));
        starting.start();

        int refused = 0;
        while (starting.isAlive() || refused == 0) {
            try {
                assertThat(Shell.forwards((int) port + 1, owner, key)).isFalse();
                refused++;
            } catch (IOException notYetListening) {
                starting.join(5);
            }
        }

        starting.join();
        assertThat(refused).isPositive();
    }

    private String owner() throws Exception {
        return ((Json.Obj) items(aule.get("/users"), "items").get(0))
                .text("name")
                .orElseThrow();
    }

    private void start(long port) {
        try {
            aule.startAgain(port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theQuickStartWorksAsWritten() throws Exception {
        Files.writeString(directory.resolve("app.log"), "2026-11-20T10:00:00Z INFO started\n");

        for (List<String> command : Guide.commands("guides/quick-start.md")) {
            Instance.Finished finished = aule.run(command.toArray(new String[0]));

            assertThat(finished.ran().exit())
                    .as("%s%n%s", finished.words(), finished.ran().err())
                    .isBetween(0, command.get(0).equals("triage") ? 1 : 0);
        }
    }

    @Test
    void theDemonstrationEndsWell() throws Exception {
        assertThat(aule.run("demo", "--yes").requireSuccess().out())
                .contains("the service answers again", "taken back");
    }

    @Test
    void aKilledInstanceComesBackWithItsLedger() throws Exception {
        Path log = Files.writeString(directory.resolve("before.log"), "hello\n".repeat(20));
        String run = aule.run("triage", log.toString(), "--json")
                .require(0)
                .json()
                .text("run")
                .orElseThrow();

        aule.kill();
        aule.startAgain();

        assertThat(aule.run("run", "show", run, "--json")
                        .requireSuccess()
                        .json()
                        .text("state"))
                .contains("done");
        aule.run("ledger", "verify").requireSuccess();
    }

    private static List<Json> items(Json.Obj object, String member) {
        return ((Json.Arr) object.get(member).orElseThrow()).items();
    }

    private static List<String> types(Json.Obj page) {
        return items(page, "items").stream()
                .map(event -> ((Json.Obj) event).text("type").orElseThrow())
                .toList();
    }
}
