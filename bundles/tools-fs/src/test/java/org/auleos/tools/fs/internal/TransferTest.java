package org.auleos.tools.fs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.auleos.plugin.tool.Probe.Finding;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.plugin.tool.Undone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying, moving and deleting files and trees. */
class TransferTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-02T03:04:05Z");

    private TestContext context;
    private Path tree;

    @BeforeEach
    void plantTree(@TempDir Path temp) throws IOException {
        context = TestContext.in(temp);
        tree = Files.createDirectory(context.granted().resolve("tree"));
        Files.createDirectory(tree.resolve("sub"));
        Files.writeString(tree.resolve("sub/file"), "content");
        Files.setPosixFilePermissions(tree.resolve("sub/file"), PosixFilePermissions.fromString("r--r-----"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("sub/file"));
        for (String name : new String[] {"sub/file", "sub", ""}) {
            Files.setLastModifiedTime(tree.resolve(name), FileTime.from(LONG_AGO));
        }
    }

    @Test
    void aCopyIsCompleteAndUndoRemovesIt() throws IOException {
        Copy copy = new Copy();
        Copy.In in = new Copy.In("tree", "twin");
        Copy.Before before = copy.before(in, context);
        assertThat(copy.probe(in, context)).isEqualTo(Finding.NOT_APPLIED);
        copy.call(in, context);

        requireTree(context.granted().resolve("twin"));
        requireTree(tree);
        assertThat(copy.probe(in, context)).isEqualTo(Finding.APPLIED);
        assertThat(copy.call(in, context.again()).digest()).isEqualTo(before.digest());
        assertThat(copy.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(copy.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(names()).containsExactly("tree");
    }

    @Test
    void undoLeavesACopyThatSomebodyChanged() throws IOException {
        Copy copy = new Copy();
        Copy.In in = new Copy.In("tree", "twin");
        Copy.Before before = copy.before(in, context);
        copy.call(in, context);
        Files.writeString(context.granted().resolve("twin/sub/theirs"), "x");

        assertThat(copy.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(context.granted().resolve("twin/sub/theirs")).exists();
    }

    @Test
    void nothingIsCopiedOverOrIntoItself() throws IOException {
        Files.writeString(context.granted().resolve("taken"), "theirs");
        Copy.In in = new Copy.In("tree", "taken");
        Copy.Before before = new Copy().before(in, context);

        Refused.with(Code.ALREADY_EXISTS, () -> new Copy().call(in, context));
        Refused.with(Code.INVALID_INPUT, () -> new Copy().call(new Copy.In("tree", "tree/sub/x"), context));
        assertThat(new Copy().undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(context.granted().resolve("taken")).hasContent("theirs");
        assertThat(names()).containsExactlyInAnyOrder("taken", "tree");
    }

    @Test
    void aGrantOfTheTargetAloneIsEnough() throws IOException {
        Path twin = context.granted().resolve("twin");
        new Copy().call(new Copy.In("tree", "twin"), context.writing(path -> path.startsWith(twin)));
        requireTree(twin);
    }

    @Test
    void aCancelledCopyLeavesNothing() throws IOException {
        Refused.with(Code.CANCELLED, () -> new Copy().call(new Copy.In("tree", "twin"), context.stopped()));
        assertThat(names()).containsExactly("tree");
    }

    @Test
    void aMoveIsUndone() throws IOException {
        Move move = new Move();
        Move.In in = new Move.In("tree", "moved");
        Move.Before before = move.before(in, context);
        assertThat(move.probe(in, context)).isEqualTo(Finding.NOT_APPLIED);
        move.call(in, context);

        requireTree(context.granted().resolve("moved"));
        assertThat(move.probe(in, context)).isEqualTo(Finding.APPLIED);
        assertThat(move.call(in, context.again()).path()).endsWith("/moved");
        assertThat(move.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        assertThat(move.undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        requireTree(tree);
        assertThat(names()).containsExactly("tree");
    }

    @Test
    void undoOfAMoveReplacesNothing() throws IOException {
        Move move = new Move();
        Move.In in = new Move.In("tree", "moved");
        Move.Before before = move.before(in, context);
        move.call(in, context);
        Files.writeString(tree, "theirs");

        assertThat(move.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(tree).hasContent("theirs");
    }

    @Test
    void aMoveToATakenPathFailsAndItsUndoChangesNothing() throws IOException {
        Files.writeString(context.granted().resolve("taken"), "theirs");
        Move.In in = new Move.In("tree", "taken");
        Move.Before before = new Move().before(in, context);

        Refused.with(Code.ALREADY_EXISTS, () -> new Move().call(in, context));
        assertThat(new Move().undo(in, before, Optional.empty(), context)).isEqualTo(Undone.restored());
        requireTree(tree);
    }

    @Test
    void aDeletedTreeComesBackWithModesAndTimes() throws IOException {
        deleteAndUndo(context);
    }

    @Test
    void aTrashOnAnotherFileSystemWorksToo(@TempDir Path temp) throws IOException {
        Path shared = Path.of("/dev/shm");
        boolean other =
                Files.isWritable(shared) && !Files.getFileStore(shared).equals(Files.getFileStore(context.granted()));
        Path storage = Files.createTempDirectory(other ? shared : temp, "aule-trash-");
        try {
            deleteAndUndo(context.storing(storage));
        } finally {
            Files.delete(storage);
        }
    }

    private void deleteAndUndo(TestContext call) throws IOException {
        Delete delete = new Delete();
        Delete.In in = new Delete.In("tree", true);
        Delete.Before before = delete.before(in, call);
        assertThat(delete.probe(in, call)).isEqualTo(Finding.NOT_APPLIED);
        delete.call(in, call);

        assertThat(tree).doesNotExist();
        assertThat(delete.probe(in, call)).isEqualTo(Finding.APPLIED);
        assertThat(delete.call(in, call.again()).path()).isEqualTo(tree.toString());
        assertThat(delete.undo(in, before, Optional.empty(), call)).isEqualTo(Undone.restored());
        assertThat(delete.undo(in, before, Optional.empty(), call)).isEqualTo(Undone.restored());
        requireTree(tree);
    }

    @Test
    void undoOfADeletionReplacesNothing() throws IOException {
        Delete delete = new Delete();
        Delete.In in = new Delete.In("tree", true);
        Delete.Before before = delete.before(in, context);
        delete.call(in, context);
        Files.writeString(tree, "theirs");

        assertThat(delete.undo(in, before, Optional.empty(), context)).isInstanceOf(Undone.Changed.class);
        assertThat(tree).hasContent("theirs");
    }

    @Test
    void aFullDirectoryIsDeletedOnlyWhenAsked() {
        Refused.with(Code.INVALID_INPUT, () -> new Delete().call(new Delete.In("tree", null), context));
        Refused.with(Code.NOT_FOUND, () -> new Delete().call(new Delete.In("none", null), context));
        Refused.with(Code.DENIED, () -> new Delete().call(new Delete.In("", true), context));
        assertThat(tree).isNotEmptyDirectory();
    }

    private static void requireTree(Path at) throws IOException {
        assertThat(at.resolve("sub/file")).hasContent("content");
        assertThat(at.resolve("link")).isSymbolicLink().hasContent("content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at.resolve("sub/file"))))
                .isEqualTo("r--r-----");
        for (String name : new String[] {"sub/file", "sub", ""}) {
            assertThat(Files.getLastModifiedTime(at.resolve(name)).toInstant())
                    .as(name)
                    .isEqualTo(LONG_AGO);
        }
    }

    private List<String> names() throws IOException {
        try (var names = Files.list(context.granted())) {
            return names.map(path -> path.getFileName().toString()).toList();
        }
    }
}
