package org.auleos.itests.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A policy that asks people: a unit waits for them through a power cut, and does exactly what they were shown. */
final class ApprovalTest {

    private static final String POLICY = """
            {"version": 1,
             "roles": {"viewer": [], "operator": ["tool:call:**", "fs:read:/**", "fs:write:/**", "hw:read"],
                       "admin": ["*:*:**"]},
             "deny": [],
             "ask": [{"tool": "fs.delete", "why": "it takes files away"}]}
            """;

    @Test
    @Timeout(600)
    void aUnitWaitsForAPersonThroughAPowerCut(@TempDir Path directory) throws Exception {
        Path etc = Files.createDirectories(directory.resolve("home/etc"));
        Files.writeString(etc.resolve("org.auleos.policy.json"), POLICY);
        Path kept = Files.writeString(directory.resolve("kept.txt"), "one");
        Path gone = Files.writeString(directory.resolve("gone.txt"), "two");
        try (Instance aule = Instance.start(directory)) {
            String first = delete(aule, kept);
            String second = delete(aule, gone);
            assertThat(waitFor(aule, second)).isEqualTo("awaiting");
            assertThat(waitFor(aule, first)).isEqualTo("awaiting");
            aule.kill();
            aule.startAgain();

            assertThat(aule.run("approvals").requireSuccess().out()).contains("a-0001", "a-0002", "fs.delete");
            assertThat(aule.run("run", "show", second).requireSuccess().out()).contains("awaiting", "aule approve");
            String id = approval(aule, second);
            String shown = aule.run("approve", id).requireSuccess().out();
            assertThat(shown).contains("fs:write:" + gone, "it takes files away", "approved " + id);
            aule.run("deny", approval(aule, first), "--why", "I need it").requireSuccess();

            assertThat(end(aule, second)).isEqualTo("done");
            assertThat(end(aule, first)).isEqualTo("failed");
            assertThat(gone).doesNotExist();
            assertThat(kept).hasContent("one");
            assertThat(aule.run("run", "why", first).requireSuccess().out()).contains("denied by user:", "I need it");
            assertThat(aule.run("approve", id).require(2).err()).contains("is decided");
            aule.run("ledger", "verify").requireSuccess();
        }
    }

    private static String delete(Instance aule, Path file) throws Exception {
        return aule.run("goal", "delete " + file, "--grant", "fs:write:" + file, "--json")
                .requireSuccess()
                .json()
                .text("run")
                .orElseThrow();
    }

    /** The state of the unit that deletes, once it is neither waiting nor running. */
    private static String waitFor(Instance aule, String run) throws Exception {
        while (true) {
            Json.Obj view = aule.get("/runs/" + run);
            for (Json unit : ((Json.Arr) view.get("units").orElseThrow()).items()) {
                String state = ((Json.Obj) unit).text("state").orElseThrow();
                boolean ours = ((Json.Obj) unit).text("tool").orElseThrow().equals("fs.delete");
                if (ours && !state.equals("waiting") && !state.equals("running")) {
                    return state;
                }
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static String approval(Instance aule, String run) throws Exception {
        String listed = aule.send(aule.request("/approvals")).body();
        for (Json item :
                ((Json.Arr) Json.object(listed.getBytes(UTF_8)).get("items").orElseThrow()).items()) {
            Json.Obj approval = (Json.Obj) item;
            if (((Json.Obj) approval.get("call").orElseThrow())
                    .text("run")
                    .orElseThrow()
                    .equals(run)) {
                return approval.text("id").orElseThrow();
            }
        }
        throw new AssertionError("nothing of " + run + " waits in " + listed);
    }

    private static String end(Instance aule, String run) throws Exception {
        while (true) {
            String state =
                    aule.get("/runs/" + run + "/wait?seconds=20").text("state").orElseThrow();
            if (!state.equals("running") && !state.equals("planned")) {
                return state;
            }
        }
    }
}
