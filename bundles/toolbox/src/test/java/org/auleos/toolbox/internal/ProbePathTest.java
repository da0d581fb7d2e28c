package org.auleos.toolbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeAnswer.Finding;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbePathTest {

    private Workshop workshop;
    private Path file;
    private ToolVersion version;

    @BeforeEach
    void open(@TempDir Path home, @TempDir Path land) throws Exception {
        workshop = new Workshop(home.toRealPath());
        file = land.toRealPath().resolve("f.txt");
        version = workshop.add("1.0", new Tools.Writer(), Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));
        workshop.grant("fs:write:" + file);
        workshop.call("r1", "t.write", "{\"path\":\"" + file + "\",\"text\":\"hello\"}");
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private ProbeAnswer probe() throws InterruptedException {
        return probe(workshop.ledger.last("tool.intended").sequence());
    }

    private ProbeAnswer probe(long intent) throws InterruptedException {
        Provenance ann = Provenance.person("ann", new Origin("cli", "")).withRun("r1");
        return workshop.toolbox.probe(new ProbeCall(intent, ann, workshop.granted, ToolCall.Watch.NONE));
    }

    @Test
    void aProbeTellsWhetherTheEffectIsThereAndIsRecorded() throws Exception {
        assertThat(probe().finding()).isEqualTo(Finding.APPLIED);
        Files.delete(file);
        assertThat(probe().finding()).isEqualTo(Finding.NOT_APPLIED);

        assertThat(workshop.ledger.all(ToolEvent.Probed.class))
                .extracting(ToolEvent.Probed::finding, ToolEvent.Probed::key)
                .containsExactly(tuple("applied", "key-t.write"), tuple("not_applied", "key-t.write"));
        assertThat(workshop.ledger.last("tool.probed").provenance().cause())
                .isEqualTo(workshop.ledger.last("tool.intended").sequence());
    }

    @Test
    void aProbeThatFailsOrMayNotLookLeavesItUnknown() throws Exception {
        Files.writeString(file, "hello, and more");
        assertThat(probe()).isEqualTo(ProbeAnswer.unknown("the probe of t.write 1.0 failed: 15 bytes are there"));

        workshop.grant("fs:read:/**");
        assertThat(probe().finding()).isEqualTo(Finding.UNKNOWN);
        assertThat(workshop.ledger.last("tool.refused").provenance().cause())
                .isEqualTo(workshop.ledger.last("tool.intended").sequence());
    }

    @Test
    void aToolWithoutAProbeAndOneThatIsGoneLeaveItUnknown() throws Exception {
        workshop.toolbox.withdraw(version);
        assertThat(probe()).isEqualTo(ProbeAnswer.unknown("t.write is gone and cannot be asked"));

        workshop.add("1.0", new Tools.Echo(""), Workshop.spec("t.echo", "EFFECT"));
        workshop.call("r1", "t.echo", "{\"text\":\"x\"}");
        assertThat(probe()).isEqualTo(ProbeAnswer.unknown("t.echo 1.0 has no probe that could tell"));
        assertThat(probe(1_000).finding()).isEqualTo(Finding.UNKNOWN);
    }

    @Test
    void aNewerVersionIsAskedWhenTheOldOneIsGone() throws Exception {
        workshop.add("2.0", new Tools.Writer(), Workshop.spec("t.write", "EFFECT", "fs:write:{path}"));
        assertThat(probe().why()).contains("t.write 1.0");
        workshop.toolbox.withdraw(version);
        assertThat(probe().why()).contains("t.write 2.0");
    }
}
