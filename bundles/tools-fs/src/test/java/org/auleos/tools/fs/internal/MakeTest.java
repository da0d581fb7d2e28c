package org.auleos.tools.fs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.auleos.plugin.tool.Probe.Finding;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.plugin.tool.Undone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making directories and links, and changing permissions. */
class MakeTest {

    private final MakeDirectory mkdir = new MakeDirectory();
    private final MakeLink symlink = new MakeLink();
    private final ChangeMode chmod = new ChangeMode();
    private TestContext context;
    private Path granted;

    @BeforeEach
    void grant(@TempDir Path temp) throws IOException {
        context = TestContext.in(temp);
        granted = context.granted();
        Files.writeString(granted.resolve("file"), "content");
    }

    @Test
    void parentsAreMadeWhenAskedAndUndoneTogether() {
        MakeDirectory.In in = new MakeDirectory.In("a/b/c", true);
        MakeDirectory.Before before = mkdir.before(in, context);
        assertThat(mkdir.probe(in, context)).isEqualTo(Finding.NOT_APPLIED);

        Refused.with(Code.NOT_FOUND, () -> mkdir.call(new MakeDirectory.In("a/b/c", null), context));
        assertThat(mkdir.call(in, context).made()).hasSize(3);
        assertThat(mkdir.call(in, context).made()).isEmpty();
        assertThat(granted.resolve("a/b/c")).isDirectory();
        assertThat(mkdir.probe(in, context)).isEqualTo(Finding.APPLIED);

        assertThat(mkdir.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(mkdir.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(granted.resolve("a")).doesNotExist();
    }

    @Test
    void aGrantOfTheDirectoryAloneIsEnough() {
        Path made = granted.resolve("a");
        mkdir.call(new MakeDirectory.In("a", null), context.seeing(made::equals));
        assertThat(made).isDirectory();
    }

    @Test
    void undoLeavesADirectoryThatSomebodyUses() throws IOException {
        MakeDirectory.In in = new MakeDirectory.In("a/b", true);
        MakeDirectory.Before before = mkdir.before(in, context);
        mkdir.call(in, context);
        Files.writeString(granted.resolve("a/theirs"), "x");

        assertThat(mkdir.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(granted.resolve("a/theirs")).exists();
    }

    @Test
    void aFileInTheWayIsNamed() {
        Refused.with(Code.ALREADY_EXISTS, () -> mkdir.call(new MakeDirectory.In("file", null), context));
    }

    @Test
    void aLinkIsMadeAndUndone() {
        MakeLink.In in = new MakeLink.In("link", "file");
        MakeLink.Before before = symlink.before(in, context);
        symlink.call(in, context);
        symlink.call(in, context.again());

        assertThat(granted.resolve("link")).isSymbolicLink().hasContent("content");
        assertThat(symlink.probe(in, context)).isEqualTo(Finding.APPLIED);
        assertThat(symlink.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(symlink.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(Files.isSymbolicLink(granted.resolve("link"))).isFalse();
    }

    @Test
    void undoLeavesALinkThatSomebodyChanged() throws IOException {
        MakeLink.In in = new MakeLink.In("link", "file");
        MakeLink.Before before = symlink.before(in, context);
        symlink.call(in, context);
        Files.delete(granted.resolve("link"));
        Files.createSymbolicLink(granted.resolve("link"), Path.of("other"));

        assertThat(symlink.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(granted.resolve("link")).isSymbolicLink();
    }

    @Test
    void noLinkLeadsOutside() {
        Refused.with(Code.DENIED, () -> symlink.call(new MakeLink.In("link", "/etc/passwd"), context));
        Refused.with(Code.ALREADY_EXISTS, () -> symlink.call(new MakeLink.In("file", "x"), context));
    }

    @Test
    void permissionsAreSetAndUndone() throws IOException {
        Files.setPosixFilePermissions(granted.resolve("file"), PosixFilePermissions.fromString("rw-r--r--"));
        ChangeMode.In in = new ChangeMode.In("file", "0750");
        ChangeMode.Before before = chmod.before(in, context);
        assertThat(chmod.probe(in, context)).isEqualTo(Finding.NOT_APPLIED);

        assertThat(chmod.call(in, context))
                .isEqualTo(new ChangeMode.Out(granted.resolve("file").toString(), "rw-r--r--", "rwxr-x---"));
        assertThat(chmod.probe(in, context)).isEqualTo(Finding.APPLIED);
        assertThat(chmod.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(chmod.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(mode()).isEqualTo("rw-r--r--");
    }

    @Test
    void undoLeavesPermissionsThatSomebodyElseSet() throws IOException {
        ChangeMode.In in = new ChangeMode.In("file", "r--------");
        ChangeMode.Before before = chmod.before(in, context);
        chmod.call(in, context);
        Files.setPosixFilePermissions(granted.resolve("file"), PosixFilePermissions.fromString("rwxrwx---"));

        assertThat(chmod.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(mode()).isEqualTo("rwxrwx---");
    }

    @Test
    void permissionsThatAnUndoCouldNotTakeBackAreRefused() {
        for (String wrong : new String[] {"000", "-wx------", "4755", "rwx", "u+x"}) {
            Refused.with(Code.INVALID_INPUT, () -> chmod.call(new ChangeMode.In("file", wrong), context));
        }
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(granted.resolve("file")));
    }
}
