package org.auleos.tools.fs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.auleos.plugin.tool.Probe.Finding;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.plugin.tool.Undone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-02T03:04:05Z");

    private final Write write = new Write();
    private TestContext context;
    private Path file;

    @BeforeEach
    void grant(@TempDir Path temp) throws IOException {
        context = TestContext.in(temp);
        file = context.granted().resolve("file");
    }

    @Test
    void createsAFileAndUndoRemovesIt() throws IOException {
        Write.In in = in("new", null);
        Write.Before before = write.before(in, context);
        Write.Out out = write.call(in, context);

        assertThat(file).hasContent("new");
        assertThat(out)
                .isEqualTo(
                        new Write.Out(file.toString(), 3, Bytes.sha256("new".getBytes(StandardCharsets.UTF_8)), true));
        assertThat(names()).containsExactly("file");

        assertThat(write.undo(in, before, Optional.of(out), context)).isEqualTo(Undone.restored());
        assertThat(write.undo(in, before, Optional.of(out), context)).isEqualTo(Undone.restored());
        assertThat(file).doesNotExist();
    }

    @Test
    void undoRestoresContentPermissionsAndTime() throws IOException {
        old("old");
        Write.In in = in("new", null);
        Write.Before before = write.before(in, context);
        write.call(in, context);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");

        assertThat(write.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(write.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());

        assertThat(file).hasContent("old");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(LONG_AGO);
    }

    @Test
    void largeContentIsKeptInTheStorage() throws IOException {
        byte[] large = new byte[Kept.INSIDE + 1];
        new Random(7).nextBytes(large);
        Files.write(file, large);
        Write.In in = in("small", null);
        Write.Before before = write.before(in, context);
        write.call(in, context);

        assertThat(before.kept()).isNotNull().extracting(Kept::base64).isNull();
        assertThat(write.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(file).hasBinaryContent(large);
    }

    @Test
    void undoLeavesWhatSomebodyElseWrote() throws IOException {
        old("old");
        Write.In in = in("new", null);
        Write.Before before = write.before(in, context);
        write.call(in, context);
        Files.writeString(file, "theirs");

        assertThat(write.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(file).hasContent("theirs");
        Files.delete(file);
        assertThat(write.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void undoOfACallThatNeverTookPlaceChangesNothing() throws IOException {
        old("old");
        Write.In in = in("new", null);
        Write.Before before = write.before(in, context);

        assertThat(write.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(file).hasContent("old");
    }

    @Test
    void modesDecideAboutWhatIsThere() throws IOException {
        Refused.with(Code.NOT_FOUND, () -> write.call(in("x", Write.Mode.REPLACE), context));
        write.call(in("x", Write.Mode.CREATE), context);
        Refused.with(Code.ALREADY_EXISTS, () -> write.call(in("x", Write.Mode.CREATE), context));
        write.call(in("x", Write.Mode.CREATE), context.again());
        write.call(in("y", Write.Mode.REPLACE), context);
        assertThat(file).hasContent("y");
    }

    @Test
    void theProbeTellsByContent() throws IOException {
        assertThat(write.probe(in("x", null), context)).isEqualTo(Finding.NOT_APPLIED);
        Files.writeString(file, "x");
        assertThat(write.probe(in("x", null), context)).isEqualTo(Finding.APPLIED);
        assertThat(write.probe(in("y", null), context)).isEqualTo(Finding.UNKNOWN);
    }

    @Test
    void base64WritesBytes() {
        write.call(new Write.In("file", "AP8=", Encoding.BASE64, null), context);
        assertThat(file).hasBinaryContent(new byte[] {0, (byte) 0xFF});
        Refused.with(Code.INVALID_INPUT, () -> write.call(new Write.In("file", "%", Encoding.BASE64, null), context));
    }

    @Test
    void aLinkIsWrittenThrough() throws IOException {
        old("old");
        Files.createSymbolicLink(context.granted().resolve("link"), Path.of("file"));
        Write.In in = new Write.In("link", "new", null, null);
        Write.Before before = write.before(in, context);

        write.call(in, context);
        assertThat(file).hasContent("new");
        assertThat(context.granted().resolve("link")).isSymbolicLink();

        assertThat(write.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(file).hasContent("old");
    }

    @Test
    void aGrantOfTheFileAloneIsEnough() throws IOException {
        old("old");
        write.call(in("new", null), context.writing(file::equals));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void whatIsNoFileIsRefused() {
        Refused.with(Code.DENIED, () -> write.call(new Write.In("", "x", null, null), context));
        Refused.with(Code.DENIED, () -> write.call(new Write.In("../x", "x", null, null), context));
        Refused.with(Code.NOT_FOUND, () -> write.call(new Write.In("none/x", "x", null, null), context));
    }

    private static Write.In in(String content, Write.@Nullable Mode mode) {
        return new Write.In("file", content, null, mode);
    }

    private void old(String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    private List<String> names() throws IOException {
        try (var names = Files.list(context.granted())) {
            return names.map(path -> path.getFileName().toString()).toList();
        }
    }
}
