package org.auleos.plugin.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.auleos.plugin.files.Directory.Access;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolException.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SecureDirectoryTest {

    private Path outside;
    private Path granted;
    private Directory directory;

    @BeforeEach
    void plantFiles(@TempDir Path temp) throws IOException {
        Path real = temp.toRealPath();
        outside = Files.createDirectory(real.resolve("outside"));
        granted = Files.createDirectory(real.resolve("granted"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createDirectories(granted.resolve("a/b"));
        Files.writeString(granted.resolve("a/b/file"), "content");
        directory = Directory.open(granted, Access.WRITE, (path, access) -> true);
    }

    @AfterEach
    void closeHandle() throws IOException {
        directory.close();
    }

    @Test
    void readsAFileBelow() throws IOException {
        assertThat(read("a/b/file")).isEqualTo("content");
        assertThat(read("/a//./b/file")).isEqualTo("content");
    }

    @Test
    void goesUpWithinTheRootAndNotAbove() throws IOException {
        assertThat(read("a/../a/b/file")).isEqualTo("content");
        denied(() -> read("../outside/secret"));
        denied(() -> read("a/../../outside/secret"));
    }

    @Test
    void followsALinkThatStaysBelow() throws IOException {
        Files.createSymbolicLink(granted.resolve("relative"), Path.of("a/b"));
        Files.createSymbolicLink(granted.resolve("a/up"), Path.of("../a/b/file"));
        Files.createSymbolicLink(granted.resolve("absolute"), granted.resolve("a/b/file"));

        assertThat(read("relative/file")).isEqualTo("content");
        assertThat(read("a/up")).isEqualTo("content");
        assertThat(read("absolute")).isEqualTo("content");
    }

    @Test
    void refusesALinkThatLeadsOutside() throws IOException {
        Files.createSymbolicLink(granted.resolve("absolute"), outside.resolve("secret"));
        Files.createSymbolicLink(granted.resolve("relative"), Path.of("../outside"));
        Files.createSymbolicLink(granted.resolve("chain"), Path.of("relative/secret"));
        Files.createSymbolicLink(granted.resolve("sibling"), Path.of(granted + "-not/x"));
        Files.createSymbolicLink(granted.resolve("disguised"), Path.of(granted + "/../outside/secret"));

        denied(() -> read("absolute"));
        denied(() -> read("relative/secret"));
        denied(() -> read("chain"));
        denied(() -> read("sibling"));
        denied(() -> read("disguised"));
        denied(() -> directory.list("relative"));
        denied(() -> write("relative/new", CREATE, WRITE));
        denied(() -> directory.delete("relative/secret"));
        denied(() -> directory.createDirectory("relative/new"));
        denied(() -> directory.move("a/b/file", directory, "relative/file"));
        assertThat(outside).isDirectoryNotContaining("glob:**/{new,file}");
    }

    @Test
    void aDanglingLinkIsCreatedThroughOnlyBelow() throws IOException {
        Files.createSymbolicLink(granted.resolve("inside"), Path.of("a/new"));
        Files.createSymbolicLink(granted.resolve("out"), outside.resolve("new"));

        write("inside", CREATE, WRITE);
        denied(() -> write("out", CREATE, WRITE));
        assertThatThrownBy(() -> write("out", CREATE_NEW, WRITE)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(granted.resolve("a/new")).hasContent("written");
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void aLoopOfLinksEnds() throws IOException {
        Files.createSymbolicLink(granted.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(granted.resolve("two"), Path.of("one"));

        assertThatThrownBy(() -> read("one"))
                .isInstanceOf(FileSystemLoopException.class)
                .hasMessageContaining("40");
    }

    @Test
    void aChainOfFortyLinksIsFollowed() throws IOException {
        Files.createSymbolicLink(granted.resolve("l0"), Path.of("a/b/file"));
        for (int i = 1; i <= 40; i++) {
            Files.createSymbolicLink(granted.resolve("l" + i), Path.of("l" + (i - 1)));
        }
        assertThat(read("l39")).isEqualTo("content");
        assertThatThrownBy(() -> read("l40")).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pipesAndDevicesAreRefusedWithoutWaiting() throws Exception {
        run("mkfifo", granted.resolve("pipe").toString());

        denied(() -> read("pipe"));
        denied(() -> write("pipe", WRITE));
        denied(() -> directory.permissions("pipe", "rw-------"));
        assertThatThrownBy(() -> read("pipe/x")).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> directory.list("pipe")).isInstanceOf(NotDirectoryException.class);
        assertThat(directory.stat("pipe").kind()).isEqualTo(Entry.Kind.OTHER);
        directory.delete("pipe");
        assertThat(directory.exists("pipe")).isFalse();
        try (Directory devices = Directory.open(Path.of("/dev"), Access.READ, (path, access) -> true)) {
            denied(() -> devices.open("zero", Set.of(READ)));
        }
    }

    @Test
    void tooLongANameIsRefusedAndNamed() {
        assertThatThrownBy(() -> read("a/" + "x".repeat(300)))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("xxx")
                .hasMessageContaining("too long");
    }

    @Test
    void aDeepTreeIsWalkedToALimit() throws IOException {
        Path at = granted;
        for (int i = 0; i < Walk.DEPTH_LIMIT; i++) {
            at = Files.createDirectory(at.resolve("d"));
        }
        String deep = "d/".repeat(Walk.DEPTH_LIMIT);

        write(deep + "file", CREATE, WRITE);
        directory.createDirectory(deep + "d");

        assertThat(read(deep + "file")).isEqualTo("written");
        assertThatThrownBy(() -> directory.exists(deep + "d/file"))
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
    }

    @Test
    void namesThatAreNotUtf8AreListedAndOpenedByThatText() throws Exception {
        run("sh", "-c", "printf bytes > \"$(printf '%s/caf\\351' \"$1\")\"", "sh", granted.toString());
        run("sh", "-c", "printf text > \"$(printf '%s/caf\\303\\251' \"$1\")\"", "sh", granted.toString());

        assertThat(directory.list("")).extracting(Entry::name).containsExactly("a", "caf\\xE9", "café");
        assertThat(read("caf\\xE9")).isEqualTo("bytes");
        assertThat(read("café")).isEqualTo("text");
    }

    @Test
    void aNameWithNulIsRefused() {
        assertThatThrownBy(() -> read("a\0b"))
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT));
    }

    @Test
    void missingThingsAreNamedByTheirAbsolutePath() throws IOException {
        assertThat(directory.exists("a/none")).isFalse();
        assertThat(directory.exists("none/none")).isFalse();
        assertThatThrownBy(() -> read("a/none"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(granted.resolve("a/none").toString());
        assertThatThrownBy(() -> directory.stat("none/x")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> read("a/b/file/x")).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void statDescribesALinkAndNotItsTarget() throws IOException {
        Files.createSymbolicLink(granted.resolve("link"), outside.resolve("secret"));

        assertThat(directory.stat("link"))
                .extracting(Entry::name, Entry::kind, Entry::size)
                .containsExactly("link", Entry.Kind.LINK, 0L);
        assertThat(directory.readLink("link"))
                .isEqualTo(outside.resolve("secret").toString());
        assertThat(directory.stat("").kind()).isEqualTo(Entry.Kind.DIRECTORY);
    }

    @Test
    void deletesFilesLinksAndEmptyDirectoriesOnly() throws IOException {
        Files.createSymbolicLink(granted.resolve("link"), outside.resolve("secret"));

        directory.delete("link");
        assertThatThrownBy(() -> directory.delete("a")).isInstanceOf(DirectoryNotEmptyException.class);
        directory.delete("a/b/file");
        directory.delete("a/b");

        assertThat(outside.resolve("secret")).exists();
        assertThat(granted.resolve("a")).isEmptyDirectory();
        assertThatThrownBy(() -> directory.delete(""))
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_INPUT));
    }

    @Test
    void aMoveNeverReplaces() throws IOException {
        Files.writeString(granted.resolve("other"), "other");
        Files.createDirectory(granted.resolve("empty"));

        assertThatThrownBy(() -> directory.move("a/b/file", directory, "other"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> directory.move("a", directory, "empty"))
                .isInstanceOf(FileAlreadyExistsException.class);
        directory.move("a/b/file", directory, "moved");
        directory.move("a", directory, "empty/a");

        assertThat(granted.resolve("other")).hasContent("other");
        assertThat(granted.resolve("moved")).hasContent("content");
        assertThat(granted.resolve("empty/a/b")).isEmptyDirectory();
    }

    @Test
    void aReplacementTakesThePlaceOfAFileOnly() throws IOException {
        Files.writeString(granted.resolve("new"), "new");
        Files.createSymbolicLink(granted.resolve("link"), Path.of("new"));

        directory.replace("new", "a/b/file");

        assertThat(granted.resolve("a/b/file")).hasContent("new");
        assertThat(granted.resolve("new")).doesNotExist();
        assertThatThrownBy(() -> directory.replace("a/b/file", "a")).isInstanceOf(FileSystemException.class);
        denied(() -> directory.replace("a/b/file", "link"));
        assertThatThrownBy(() -> directory.replace("a/b/file", "none")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aMoveThatFailsLeavesNoPlaceholder() throws IOException {
        assertThatThrownBy(() -> directory.move("none", directory, "new")).isInstanceOf(NoSuchFileException.class);
        assertThat(granted.resolve("new")).doesNotExist();
    }

    @Test
    void createsDirectoriesAndLinksAndLeavesNothingElse() throws IOException {
        directory.createDirectory("a/new");
        directory.createLink("a/new/link", "../b/file");
        directory.createLink("absolute", granted.resolve("a").toString());
        directory.createLink("dangling", "a/later/file");

        assertThat(granted.resolve("a/new/link")).hasContent("content");
        assertThat(directory.list("")).extracting(Entry::name).containsExactly("a", "absolute", "dangling");
        assertThat(directory.list("a/new")).extracting(Entry::name).containsExactly("link");
        assertThatThrownBy(() -> directory.createDirectory("a")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> directory.createLink("a", "b")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> directory.createDirectory("x/y")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aNewLinkMustNotLeadOutside() throws IOException {
        Files.createSymbolicLink(granted.resolve("out"), outside);
        Files.createSymbolicLink(granted.resolve("a/b/top"), granted);

        denied(() -> directory.createLink("bad", outside.resolve("secret").toString()));
        denied(() -> directory.createLink("bad", "../outside/secret"));
        denied(() -> directory.createLink("a/bad", "../../outside/secret"));
        denied(() -> directory.createLink("bad", "out/secret"));
        denied(() -> directory.createLink("bad", "a/b/top/../outside"));
        denied(() -> directory.createLink("bad", "later/../a"));
        assertThat(directory.exists("bad")).isFalse();
    }

    @Test
    void setsPermissionsAndTime() throws IOException {
        directory.permissions("a/b/file", "rw-r-----");
        directory.modified("a/b/file", FileTime.from(Instant.parse("2020-02-03T04:05:06Z")));
        directory.permissions("a", "rwx------");

        Entry entry = directory.stat("a/b/file");
        assertThat(entry.permissions()).isEqualTo("rw-r-----");
        assertThat(entry.modified().toInstant()).isEqualTo("2020-02-03T04:05:06Z");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(granted.resolve("a"))))
                .isEqualTo("rwx------");
        assertThatThrownBy(() -> directory.permissions("a", "0700"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("rwxr-x---");
    }

    @Test
    void permissionsDoNotReachThroughALinkOutside() throws IOException {
        Files.createSymbolicLink(granted.resolve("link"), outside.resolve("secret"));
        var before = Files.getPosixFilePermissions(outside.resolve("secret"));

        denied(() -> directory.permissions("link", "rwxrwxrwx"));
        denied(() -> directory.modified("link", FileTime.fromMillis(0)));

        assertThat(Files.getPosixFilePermissions(outside.resolve("secret"))).isEqualTo(before);
    }

    @Test
    void aReadingHandleChangesNothing() throws IOException {
        try (Directory reading = Directory.open(granted, Access.READ, (path, access) -> true)) {
            denied(() -> reading.open("a/b/file", Set.of(WRITE)));
            denied(() -> reading.open("a/new", Set.of(READ, CREATE)));
            denied(() -> reading.delete("a/b/file"));
            denied(() -> reading.createDirectory("x"));
            denied(() -> reading.createLink("x", "a"));
            denied(() -> reading.permissions("a", "rwx------"));
            denied(() -> reading.move("a", directory, "x"));
            denied(() -> directory.move("a", reading, "x"));
        }
    }

    @Test
    void theGuardDecidesAboutTheResolvedPath() throws IOException {
        Files.createSymbolicLink(granted.resolve("link"), Path.of("a/b/file"));
        Path file = granted.resolve("a/b/file");
        try (Directory guarded = Directory.open(granted, Access.WRITE, (path, access) -> !path.equals(file))) {
            denied(() -> guarded.open("a/b/file", Set.of(READ)));
            denied(() -> guarded.open("link", Set.of(READ)));
            denied(() -> guarded.open("a/b/../b/file", Set.of(READ)));
            denied(() -> guarded.stat("a/b/file"));
            denied(() -> guarded.delete("a/b/file"));
            assertThat(guarded.stat("link").kind()).isEqualTo(Entry.Kind.LINK);
        }
    }

    @Test
    void beingAllowedToWriteIncludesReading() throws IOException {
        try (Directory writing = Directory.open(granted, Access.WRITE, (path, access) -> access == Access.WRITE)) {
            assertThat(writing.stat("a/b/file").size()).isEqualTo(7);
        }
    }

    @Test
    void aHandleBelowIsConfinedToItself() throws IOException {
        Files.createSymbolicLink(granted.resolve("a/b/up"), Path.of("../.."));
        try (Directory below = directory.directory("a/b")) {
            assertThat(below.path()).isEqualTo(granted.resolve("a/b").toString());
            assertThat(below.list("")).extracting(Entry::name).containsExactly("file", "up");
            denied(() -> below.list("up"));
            denied(() -> below.list(".."));
        }
    }

    @Test
    void theRootMustBeADirectory() {
        assertThatThrownBy(() -> Directory.open(granted.resolve("a/b/file"), Access.READ, (p, a) -> true))
                .isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> Directory.open(granted.resolve("none"), Access.READ, (p, a) -> true))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theWholeFileSystemCanBeARoot() throws IOException {
        Files.createSymbolicLink(granted.resolve("link"), outside.resolve("secret"));
        try (Directory all = Directory.open(Path.of("/"), Access.READ, (path, access) -> true)) {
            assertThat(all.path()).isEqualTo("/");
            assertThat(new String(
                            Channels.newInputStream(all.open(granted + "/link", Set.of(READ)))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .isEqualTo("secret");
        }
    }

    private String read(String path) throws IOException {
        try (var in = Channels.newInputStream(directory.open(path, Set.of(READ)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String path, OpenOption... options) throws IOException {
        try (var channel = directory.open(path, Set.of(options))) {
            channel.write(ByteBuffer.wrap("written".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void denied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.code()).isEqualTo(Code.DENIED));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
