package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.ExactCall;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentTest {

    private Workshop workshop;
    private Path land;

    @BeforeEach
    void open(@TempDir Path home, @TempDir Path place) throws Exception {
        workshop = new Workshop(home.toRealPath());
        land = place.toRealPath();
        workshop.add("1.0", new Tools.Writer(), Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));
        workshop.grant("fs:write:" + land + "/**");
        workshop.asks = true;
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private Outcome write(String name, String text) throws InterruptedException {
        return workshop.call("r1", "t.write", "{\"path\":\"" + land + "/" + name + "\",\"text\":\"" + text + "\"}");
    }

    private List<Approval> asked() {
        return workshop.approvals.list(true);
    }

    @Test
    void aCallWaitsForPeopleAndNothingRuns() throws Exception {
        assertThat(write("f", "hello")).isInstanceOfSatisfying(Outcome.Awaiting.class, awaiting -> {
            assertThat(awaiting.approval()).isEqualTo("a-0001");
            assertThat(awaiting.message()).contains("risk high asks a person", "aule approve a-0001");
        });
        assertThat(write("f", "hello")).isInstanceOf(Outcome.Awaiting.class);

        assertThat(land.resolve("f")).doesNotExist();
        assertThat(workshop.ledger.types()).isEmpty();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whatIsAskedAboutIsWhatWillRun() throws Exception {
        write("f", "hello");

        ExactCall call = asked().get(0).call();
        assertThat(call.tool() + " " + call.version() + " " + call.sha256()).isEqualTo("t.write 1.0 sha-of-1.0");
        assertThat(call.input().text("text")).contains("hello");
        assertThat(call.capabilities()).containsExactly(Capability.exactly("fs", "write", land + "/f"));
        assertThat(call.actor() + " " + call.onBehalfOf()).isEqualTo("user:ann user:ann");
        assertThat(call.run() + " " + call.unit() + " " + call.key()).isEqualTo("r1 u1 key-t.write");
        assertThat(call.policy()).isEqualTo("p1");
    }

    @Test
    void anApprovedCallRunsOnce() throws Exception {
        write("f", "hello");
        workshop.approvals.decide(Approval.State.GIVEN, "");

        assertThat(write("f", "hello")).isInstanceOf(Outcome.Done.class);
        assertThat(write("f", "hello")).isInstanceOf(Outcome.Awaiting.class);

        assertThat(workshop.ledger.all(ToolEvent.Intended.class)).hasSize(1);
        assertThat(asked()).extracting(Approval::state).containsExactly(Approval.State.PENDING);
    }

    @Test
    void anotherInputIsNotWhatWasApproved() throws Exception {
        write("f", "hello");
        workshop.approvals.decide(Approval.State.GIVEN, "");

        assertThat(write("f", "goodbye")).isInstanceOf(Outcome.Awaiting.class);
        assertThat(write("g", "hello")).isInstanceOf(Outcome.Awaiting.class);

        assertThat(land).isEmptyDirectory();
    }

    @Test
    void anotherVersionIsNotWhatWasApproved() throws Exception {
        write("f", "hello");
        workshop.approvals.decide(Approval.State.GIVEN, "");
        workshop.toolbox.release("r1");
        workshop.add("1.1", new Tools.Writer(), Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));

        assertThat(write("f", "hello")).isInstanceOf(Outcome.Awaiting.class);
        assertThat(workshop.approvals.withdrawn).containsExactly("r1");
    }

    @Test
    void aDenialEndsTheCallAndSaysWhoAndWhy() throws Exception {
        write("f", "hello");
        workshop.approvals.decide(Approval.State.DENIED, "denied by user:bob: not today");

        assertThat(write("f", "hello"))
                .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> assertThat(denied.message()).contains("a-0001", "user:bob", "not today"));
        assertThat(workshop.ledger.types()).containsExactly("tool.refused");
    }

    @Test
    void aLinkDoesNotLeadAnApprovedCallElsewhere() throws Exception {
        Path real = Files.createDirectory(land.resolve("real"));
        Files.createSymbolicLink(land.resolve("dir"), real);
        workshop.grant("fs:write:" + land + "/dir/**");
        workshop.asks = false;
        assertThat(write("dir/f", "hello")).isInstanceOf(Outcome.Done.class);
        workshop.asks = true;
        write("dir/g", "hello");
        workshop.approvals.decide(Approval.State.GIVEN, "");

        assertThat(write("dir/g", "hello")).isInstanceOf(Outcome.Failed.class);
        assertThat(real.resolve("f")).exists();
        assertThat(real.resolve("g")).doesNotExist();
    }
}
