package org.auleos.plugin.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.auleos.plugin.files.Directory.Access;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things that become links to the outside at the worst moment: after they were looked at and found good. */
class SwapTest {

    private static final PosixState SECRET = new PosixState("secret", "rw-r--r--");

    private record PosixState(String content, String permissions) {}

    private Path outside;
    private Path granted;

    @BeforeEach
    void plant(@TempDir Path temp) throws IOException {
        Path real = temp.toRealPath();
        outside = Files.createDirectory(real.resolve("outside"));
        granted = Files.createDirectory(real.resolve("granted"));
        Files.writeString(outside.resolve("file"), SECRET.content());
        Files.setPosixFilePermissions(outside.resolve("file"), PosixFilePermissions.fromString(SECRET.permissions()));
        Files.createDirectory(granted.resolve("dir"));
        Files.writeString(granted.resolve("dir/file"), "public");
    }

    @Test
    void aDirectoryIsNotEnteredOnceItIsALink() throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(granted);
                Walk walk = Walk.to((SecureDirectoryStream<Path>) stream, granted, "dir", true)) {
            swap("dir");
            assertThatThrownBy(() -> walk.open().close()).isInstanceOf(FileSystemException.class);
        }
    }

    @Test
    void aFileIsNotOpenedOnceItIsALink() throws IOException {
        try (Directory directory = swapping("dir/file")) {
            assertThatThrownBy(() -> directory.open("dir/file", Set.of(READ)).close())
                    .isInstanceOf(FileSystemException.class);
        }
        requireSecret();
    }

    @Test
    void aFileIsNotWrittenOnceItIsALink() throws IOException {
        try (Directory directory = swapping("dir/file")) {
            assertThatThrownBy(() ->
                            directory.open("dir/file", Set.of(CREATE, WRITE)).close())
                    .isInstanceOf(FileSystemException.class);
        }
        requireSecret();
    }

    @Test
    void permissionsAndTimesAreNotSetThroughALink() throws IOException {
        try (Directory directory = swapping("dir/file")) {
            assertThatThrownBy(() -> directory.permissions("dir/file", "rwxrwxrwx"))
                    .isInstanceOf(FileSystemException.class);
            assertThatThrownBy(() -> directory.modified("dir/file", FileTime.fromMillis(0)))
                    .isInstanceOf(Exception.class);
        }
        requireSecret();
    }

    @Test
    void aDirectoryIsNotListedOnceItIsALink() throws IOException {
        try (Directory directory = swapping("dir")) {
            assertThatThrownBy(() -> directory.list("dir")).isInstanceOf(FileSystemException.class);
        }
    }

    @Test
    void whatIsMadeInASwappedDirectoryIsMadeInTheRealOne() throws IOException {
        try (Directory directory = swapping("dir")) {
            directory.createDirectory("dir/made");
        }
        assertThat(names(outside)).containsExactly("file");
        assertThat(granted.resolve("aside/made")).isDirectory();
    }

    @Test
    void aLinkIsMadeInTheRealDirectoryToo() throws IOException {
        try (Directory directory = swapping("dir")) {
            directory.createLink("dir/made", "file");
        }
        assertThat(names(outside)).containsExactly("file");
        assertThat(granted.resolve("aside/made")).isSymbolicLink();
    }

    @Test
    void whatIsMovedOrDeletedIsTheRealThing() throws IOException {
        try (Directory directory = swapping("dir")) {
            directory.delete("dir/file");
        }
        requireSecret();
        assertThat(names(granted.resolve("aside"))).isEmpty();
    }

    /** A handle whose guard, asked just before the operation, lets the thing be replaced by a link to the outside. */
    private Directory swapping(String name) throws IOException {
        boolean[] done = new boolean[1];
        return Directory.open(granted, Access.WRITE, (path, access) -> {
            if (!done[0]) {
                done[0] = true;
                swap(name);
            }
            return true;
        });
    }

    private void swap(String name) {
        try {
            Files.move(granted.resolve(name), granted.resolve("aside"));
            Path target = name.endsWith("file") ? outside.resolve("file") : outside;
            Files.createSymbolicLink(granted.resolve(name), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireSecret() throws IOException {
        Path file = outside.resolve("file");
        assertThat(new PosixState(
                        Files.readString(file), PosixFilePermissions.toString(Files.getPosixFilePermissions(file))))
                .isEqualTo(SECRET);
        assertThat(Files.getLastModifiedTime(file)).isGreaterThan(FileTime.fromMillis(0));
    }

    private static List<String> names(Path at) throws IOException {
        try (Stream<Path> names = Files.list(at)) {
            return names.map(path -> path.getFileName().toString()).toList();
        }
    }
}
