package org.auleos.tools.fs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.auleos.plugin.tool.Probe.Finding;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.testkit.ToolHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tool as the platform runs it: through JSON, with the declared paths alone, undone before, after and again. */
class ContractTest {

    private Path workspace;

    @BeforeEach
    void plantFiles(@TempDir Path temp) throws IOException {
        workspace = Files.createDirectory(temp.toRealPath().resolve("workspace"));
        Files.createDirectories(workspace.resolve("tree/sub"));
        Files.writeString(workspace.resolve("tree/sub/file"), "content");
        Files.writeString(workspace.resolve("file"), "one\ntwo\n");
    }

    @Test
    void everyChangeCanBeTakenBack() throws Exception {
        ToolHarness.of(new Write(), workspace).callAndUndo(new Write.In("file", "new", null, null));
        ToolHarness.of(new Write(), workspace)
                .callAndUndo(new Write.In("fresh", "bmV3", Encoding.BASE64, Write.Mode.CREATE));
        ToolHarness.of(new Append(), workspace).callAndUndo(new Append.In("file", "three\n"));
        ToolHarness.of(new Copy(), workspace).callAndUndo(new Copy.In("tree", "twin"));
        ToolHarness.of(new Move(), workspace).callAndUndo(new Move.In("tree", "moved"));
        ToolHarness.of(new Delete(), workspace).callAndUndo(new Delete.In("tree", true));
        ToolHarness.of(new MakeDirectory(), workspace).callAndUndo(new MakeDirectory.In("made", null));
        ToolHarness.of(new MakeLink(), workspace).callAndUndo(new MakeLink.In("link", "file"));
        ToolHarness.of(new ChangeMode(), workspace).callAndUndo(new ChangeMode.In("file", "rwx------"));
        assertThat(workspace.resolve("file")).hasContent("one\ntwo\n");
        assertThat(workspace.resolve("tree/sub/file")).hasContent("content");
    }

    @Test
    void probesTellWhatHappened() throws Exception {
        assertThat(ToolHarness.of(new Move(), workspace).probe(new Move.In("tree", "moved")))
                .isEqualTo(Finding.NOT_APPLIED);
        assertThat(ToolHarness.of(new Delete(), workspace).probe(new Delete.In("tree", true)))
                .isEqualTo(Finding.NOT_APPLIED);
        assertThat(ToolHarness.of(new ChangeMode(), workspace).probe(new ChangeMode.In("file", "400")))
                .isEqualTo(Finding.NOT_APPLIED);
    }

    @Test
    void callersSpeakJson() throws Exception {
        assertThat(ToolHarness.of(new Read(), workspace)
                        .call("{\"path\":\"file\"}")
                        .content())
                .isEqualTo("one\ntwo\n");
        assertThat(ToolHarness.of(new Tail(), workspace)
                        .call("{\"path\":\"file\",\"lines\":1}")
                        .lines())
                .containsExactly("two");
        assertThat(ToolHarness.of(new Stat(), workspace)
                        .call("{\"path\":\"tree\"}")
                        .item()
                        .path())
                .isEqualTo(workspace.resolve("tree").toString());
        assertThat(ToolHarness.of(new ListDirectory(), workspace)
                        .call("{\"path\":\"tree\"}")
                        .total())
                .isEqualTo(1);
        assertThat(ToolHarness.of(new Find(), workspace)
                        .call("{\"path\":\"tree\",\"kind\":\"file\",\"sort\":\"size\",\"newerThan\":\"P36500D\"}")
                        .found())
                .isEqualTo(1);
    }

    @Test
    void longWorkEndsWhenCancelled() throws Exception {
        Duration soon = Duration.ofSeconds(20);
        ToolHarness.of(new Copy(), workspace).endsWhenCancelled(new Copy.In("tree", "twin"), soon);
        ToolHarness.of(new Read(), workspace).endsWhenCancelled(new Read.In("file", null, null), soon);
        ToolHarness.of(new Find(), workspace)
                .endsWhenCancelled(new Find.In("tree", null, null, null, null, null, null, null), soon);
        assertThat(workspace.resolve("twin")).doesNotExist();
    }

    @Test
    void nothingOutsideIsReached() throws IOException {
        Files.createSymbolicLink(workspace.resolve("tree/out"), Path.of("/etc"));
        Refused.with(
                Code.DENIED,
                () -> ToolHarness.of(new Read(), workspace).call(new Read.In("tree/out/passwd", null, null)));
    }
}
