package org.auleos.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.auleos.api.ledger.Origin;
import org.auleos.api.policy.Capability;
import org.auleos.api.run.RunState;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoutesTest extends ServerFixture {

    @Test
    void aGoalIsAcceptedWithThePathsAsGrantsAndItsDoorAsProvenance(@TempDir Path directory) throws IOException {
        Path real = directory.toRealPath();
        Path link = Files.createSymbolicLink(real.resolve("link"), Files.createDirectory(real.resolve("logs")));
        String body = "{\"text\":\"triage\",\"parameters\":{\"since\":\"24h\"},\"grants\":[\"hw:read\"],\"paths\":[\""
                + link + "\",\"" + real + "/missing.log\"]}";

        Client.Got got = client.post("/api/v1/goals", World.OPERATOR, body);

        assertThat(got.status()).isEqualTo(202);
        assertThat(got.json().text("run")).contains("r-1");
        assertThat(world.goals.get(0).grants())
                .containsExactlyInAnyOrder(
                        Capability.of("hw:read"),
                        Capability.of("fs:read:" + link + "/**"),
                        Capability.of("fs:read:" + real + "/logs/**"),
                        Capability.of("fs:read:" + real + "/missing.log"));
        assertThat(world.askers.get(0).actor()).isEqualTo("user:otto");
        assertThat(world.askers.get(0).origin()).isEqualTo(new Origin("rest", "127.0.0.1"));
    }

    @Test
    void aGoalNobodyCanPlanIsRefusedNamingTheClosest() throws IOException {
        Client.Got got = client.post("/api/v1/goals", World.OPERATOR, "{\"text\":\"make tea\"}");

        assertThat(got.status()).isEqualTo(422);
        assertThat(got.errorCode()).isEqualTo("refused");
        assertThat(got.body()).contains("\"closest\":[{\"example\":\"triage\"");
    }

    @Test
    void wrongBodiesAreRefusedNamingTheMember() throws IOException {
        assertThat(refusal("{\"text\":\"triage\",\"colour\":1}")).contains("colour");
        assertThat(refusal("{\"text\":5}")).contains("text");
        assertThat(refusal("{}")).contains("text");
        assertThat(refusal("{\"text\":\"triage\",\"grants\":[\"nonsense\"]}")).contains("nonsense");
        assertThat(refusal("{\"text\":\"triage\",\"paths\":[\"relative\"]}")).contains("relative", "absolute");
        assertThat(refusal("not json")).contains("body");
        assertThat(world.goals).isEmpty();
    }

    private String refusal(String body) throws IOException {
        Client.Got got = client.post("/api/v1/goals", World.OPERATOR, body);
        assertThat(got.status()).isEqualTo(400);
        return got.body();
    }

    @Test
    void aBodyThatIsNoJsonOrTooLargeIsRefused() throws IOException {
        List<String> form =
                List.of("Authorization: Bearer " + World.OPERATOR, "Content-Type: application/x-www-form-urlencoded");
        List<String> large = List.of(
                "Authorization: Bearer " + World.OPERATOR,
                "Content-Type: application/json",
                "Content-Length: " + ((1 << 20) + 1));

        assertThat(client.send("POST", "/api/v1/goals", form, "{\"text\":\"triage\"}")
                        .status())
                .isEqualTo(415);
        assertThat(client.send("POST", "/api/v1/goals", large, "").status()).isEqualTo(413);
    }

    @Test
    void aViewerLooksAndDoesNothing() throws IOException {
        world.put("r-1", RunState.RUNNING);

        assertThat(client.get("/api/v1/runs", World.VIEWER).status()).isEqualTo(200);
        for (String path : List.of("/goals", "/runs/r-1/cancel", "/tools/fs.append/call", "/tools/undo", "/users")) {
            assertThat(client.post("/api/v1" + path, World.VIEWER, "{}").errorCode())
                    .as(path)
                    .isEqualTo("forbidden");
        }
        assertThat(client.get("/api/v1/users", World.OPERATOR).status()).isEqualTo(403);
    }

    @Test
    void listsArePaged() throws IOException {
        for (int i = 0; i < 5; i++) {
            world.put("r-" + i, RunState.DONE);
        }

        Json.Obj first = client.get("/api/v1/runs?limit=2", World.VIEWER).json();
        Json.Obj last =
                client.get("/api/v1/runs?limit=2&offset=4", World.VIEWER).json();

        assertThat(((Json.Arr) first.get("items").orElseThrow()).items()).hasSize(2);
        assertThat(first.get("next")).contains(Json.of(2));
        assertThat(((Json.Arr) last.get("items").orElseThrow()).items()).hasSize(1);
        assertThat(last.get("next")).isEmpty();
        assertThat(client.get("/api/v1/runs?limit=many", World.VIEWER).status()).isEqualTo(400);
        assertThat(client.get("/api/v1/runs?limit=0", World.VIEWER).status()).isEqualTo(400);
    }

    @Test
    void aRunIsShownWithoutItsResultWhichHasARouteOfItsOwn() throws IOException {
        world.put("r-1", RunState.DONE);

        assertThat(client.get("/api/v1/runs/r-1", World.VIEWER).json().get("result"))
                .isEmpty();
        assertThat(client.get("/api/v1/runs/r-1/result", World.VIEWER).body())
                .isEqualTo("{\"result\":{\"status\":\"ok\"},\"run\":\"r-1\",\"state\":\"done\"}");
        assertThat(client.get("/api/v1/runs/r-1/why", World.VIEWER).body()).contains("plan triage@1.0.0");
        assertThat(client.get("/api/v1/runs/r-1/wait?seconds=1", World.VIEWER).body())
                .contains("\"done\"");
        assertThat(client.get("/api/v1/runs/nobody", World.VIEWER).errorCode()).isEqualTo("not_found");
    }

    @Test
    void aRunThatIsOverCannotBeCancelled() throws IOException {
        world.put("r-1", RunState.RUNNING);
        world.put("r-2", RunState.DONE);

        assertThat(client.post("/api/v1/runs/r-1/cancel", World.OPERATOR, "").status())
                .isEqualTo(202);
        assertThat(client.post("/api/v1/runs/r-2/cancel", World.OPERATOR, "").status())
                .isEqualTo(409);
    }

    @Test
    void aToolIsCalledWithTheCallersAuthorityOrExactlyTheGrantsGiven() throws IOException {
        String own = client.post("/api/v1/tools/fs.append/call", World.OPERATOR, "{\"input\":{\"path\":\"/a\"}}")
                .body();
        client.post("/api/v1/tools/fs.append/call", World.OPERATOR, "{\"input\":{},\"grants\":[\"fs:write:/a\"]}");

        assertThat(own).contains("\"state\":\"done\"", "\"intent\":1", "\"undoable\":true");
        assertThat(world.calls.get(0).granted()).contains(Capability.of("*:*:**"));
        assertThat(world.calls.get(0).provenance().run())
                .isEqualTo(world.calls.get(0).key());
        assertThat(world.calls.get(1).granted()).containsExactly(Capability.of("fs:write:/a"));
        assertThat(client.post("/api/v1/tools/fs.nothing/call", World.OPERATOR, "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUndoNamesTheIntentAsItsCause() throws IOException {
        long other = world.ledger.add("run.submitted", "r-1", "", "{}");
        long intent = world.ledger.add("tool.intended", "r-1", "scan", "{}");

        assertThat(client.post("/api/v1/tools/undo", World.OPERATOR, "{\"intent\":" + intent + "}")
                        .status())
                .isEqualTo(200);
        assertThat(world.askers.get(0).run()).isEqualTo("r-1");
        assertThat(world.askers.get(0).cause()).isEqualTo(intent);
        assertThat(client.post("/api/v1/tools/undo", World.OPERATOR, "{\"intent\":" + other + "}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theStatusSaysWhetherTheLedgerTakesRecords() throws IOException {
        assertThat(client.get("/api/v1/status", World.VIEWER).body())
                .contains("\"health\":{\"sentence\":\"\",\"state\":\"ok\"}");
    }

    @Test
    void peopleAreAddedOnceAndRemoved() throws IOException {
        String request = "{\"name\":\"paul\",\"role\":\"viewer\"}";

        assertThat(client.post("/api/v1/users", World.ADMIN, request).status()).isEqualTo(201);
        assertThat(client.post("/api/v1/users", World.ADMIN, request).status()).isEqualTo(409);
        assertThat(client.get("/api/v1/status", "new-token").status()).isEqualTo(200);
        List<String> headers = List.of("Authorization: Bearer " + World.ADMIN);
        assertThat(client.send("DELETE", "/api/v1/users/paul", headers, "").status())
                .isEqualTo(200);
        assertThat(client.send("DELETE", "/api/v1/users/paul", headers, "").status())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/status", "new-token").status()).isEqualTo(401);
    }

    @Test
    void anApprovalIsShownWholeAndGivenForTheDigestThatWasShown() throws IOException {
        assertThat(client.get("/api/v1/approvals", World.VIEWER).body())
                .contains("\"id\":\"a-0001\"")
                .doesNotContain("\"input\"");
        assertThat(client.get("/api/v1/approvals/a-0001", World.VIEWER).body())
                .contains("\"input\":{\"path\":\"/a\"}", "\"lines\":[\"fs.append\"]");
        assertThat(client.get("/api/v1/approvals/a-0002", World.VIEWER).status())
                .isEqualTo(404);
        String approve = "/api/v1/approvals/a-0001/approve";
        String digest = "{\"digest\":\"" + world.approvals.approval.digest() + "\"}";

        assertThat(client.post(approve, World.VIEWER, digest).status()).isEqualTo(403);
        assertThat(client.post(approve, World.OPERATOR, "{}").status()).isEqualTo(400);
        assertThat(client.post(approve, World.OPERATOR, "{\"digest\":\"00\"}").status())
                .isEqualTo(409);
        assertThat(client.post(approve, World.OPERATOR, digest).body()).contains("\"state\":\"given\"");
        assertThat(world.approvals.approval.approvedBy()).containsExactly("user:otto");
    }

    @Test
    void aDenialIsForOperatorsAndSaysWhy() throws IOException {
        String deny = "/api/v1/approvals/a-0001/deny";

        assertThat(client.post(deny, World.VIEWER, "{}").status()).isEqualTo(403);
        assertThat(client.post("/api/v1/approvals/a-0009/deny", World.OPERATOR, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(client.post(deny, World.OPERATOR, "{\"reason\":\"not today\"}")
                        .body())
                .contains("\"state\":\"denied\"", "not today");
    }

    @Test
    void aWrongMethodSaysWhichOnesThereAre() throws IOException {
        Client.Got got = client.post("/api/v1/runs", World.ADMIN, "{}");

        assertThat(got.status()).isEqualTo(405);
        assertThat(got.body()).contains("expected GET");
    }
}
