package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApprovalCommandsTest {

    private static final String CALL = "{\"input\":{\"size\":1.5,\"path\":\"/a\"},\"onBehalfOf\":\"user:ann\"}";
    private static final String APPROVE = "POST /approvals/a-0007/approve";

    private Stage stage;
    private String digest;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        stage = new Stage(directory);
        digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Json.parse(CALL).bytes()));
        stage.on("GET /approvals/a-0007", 200, whole(digest));
        stage.on(APPROVE, 200, "{\"id\":\"a-0007\",\"state\":\"given\",\"people\":1,\"approvedBy\":[\"user:ann\"]}");
        stage.on("POST /approvals/a-0007/deny", 200, "{\"problem\":\"denied by user:ann: no\"}");
    }

    private static String whole(String digest) {
        return "{\"id\":\"a-0007\",\"state\":\"pending\",\"why\":\"it writes\",\"people\":1,\"approvedBy\":[],\"digest\":\""
                + digest + "\",\"call\":" + CALL
                + ",\"lines\":[\"tool     fs.append\",\"input    \\u202e\\u001b[2J\"]}";
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theCallIsShownBeforeItIsApprovedByItsDigest() {
        assertThat(stage.run("approve", "7")).isZero();

        assertThat(stage.shown())
                .containsSubsequence("tool     fs.append", "\\u202e\\u001b[2J", "it writes", "approved a-0007");
        assertThat(stage.shown()).doesNotContain("\u001b", "\u202e");
        assertThat(stage.asked).contains(APPROVE + " {\"digest\":\"" + digest + "\"}");
    }

    @Test
    void onATerminalThePersonIsAsked() {
        assertThat(stage.onTerminal().typing("n\n").run("approve", "a-0007")).isEqualTo(1);
        assertThat(stage.run("deny", "a-0007")).isEqualTo(1);
        assertThat(stage.asked).noneMatch(request -> request.startsWith("POST"));

        assertThat(stage.typing("y\n").run("approve", "a-0007")).isZero();
        assertThat(stage.typing("").run("approve", "a-0007", "--yes")).isZero();
        assertThat(stage.asked)
                .filteredOn(request -> request.startsWith(APPROVE))
                .hasSize(2);
    }

    @Test
    void aCallThatIsNotTheOneOfItsDigestIsNotEvenShown() {
        stage.on("GET /approvals/a-0007", 200, whole("00"));

        assertThat(stage.run("approve", "a-0007", "--yes")).isEqualTo(2);

        assertThat(stage.noted()).contains("do not approve it");
        assertThat(stage.shown()).isEmpty();
        assertThat(stage.asked).hasSize(1);
    }

    @Test
    void aDenialSaysWhy() {
        assertThat(stage.run("deny", "a-0007", "--why", "no")).isZero();

        assertThat(stage.shown()).contains("a-0007 denied by user:ann: no");
        assertThat(stage.asked).contains("POST /approvals/a-0007/deny {\"reason\":\"no\"}");
    }

    @Test
    void whoMayNotApproveIsToldWhy() {
        stage.on(
                APPROVE,
                403,
                "{\"error\":{\"code\":\"forbidden\",\"message\":\"four eyes\",\"hint\":\"somebody else\"}}");

        assertThat(stage.run("approve", "a-0007")).isEqualTo(2);
        assertThat(stage.noted()).contains("four eyes", "somebody else");
    }

    @Test
    void whoFollowsARunIsToldThatItWaits() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Json.Obj payload = Json.empty().with("unit", Json.of("act")).with("message", Json.of("aule approve a-0007"));
        View event = new View(Json.empty().with("payload", payload));

        new Progress(new Screen(stream, stream, false, false, 80))
                .on(new EventStream.Received("5", "run.unit.waiting", event));

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("act  aule approve a-0007");
    }

    @Test
    void whatWaitsIsListed() {
        stage.on("GET /approvals?limit=1000", 200, "{\"items\":[" + whole(digest) + "]}");
        stage.on("GET /approvals?limit=1000&all=true", 200, "{\"items\":[]}");

        assertThat(stage.run("approvals")).isZero();
        assertThat(stage.shown()).contains("a-0007  pending", "0/1");
        assertThat(stage.run("approvals", "--all")).isZero();
        assertThat(stage.shown()).contains("nothing waits");
        stage.out.reset();
        assertThat(stage.run("approvals", "7", "--json")).isZero();
        assertThat(stage.json().text()).contains(digest);
    }
}
