package org.auleos.plugin.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.auleos.plugin.files.Directory.Access;
import org.auleos.plugin.tool.ToolException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another thread swaps a directory, or a file, for a link to the outside as fast as it can; {@link SwapTest} aims better. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecureDirectoryRaceTest {

    private static final int TRIES = 20_000;

    /** So many attempts must meet the thing as it should be, and so many must not. */
    private static final int ENOUGH = 100;

    private Path outside;
    private Path granted;
    private Directory directory;
    private volatile boolean over;

    @BeforeEach
    void plant(@TempDir Path temp) throws IOException {
        Path real = temp.toRealPath();
        outside = Files.createDirectory(real.resolve("outside"));
        granted = Files.createDirectory(real.resolve("granted"));
        Files.writeString(outside.resolve("file"), "secret");
        Files.createDirectory(granted.resolve("swapped"));
        Files.writeString(granted.resolve("swapped/file"), "public");
        directory = Directory.open(granted, Access.WRITE, (path, access) -> true);
    }

    @AfterEach
    void closeHandle() throws IOException {
        directory.close();
    }

    @Test
    void aSwappedParentNeverLeadsOutside() throws Exception {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(outside.resolve("file"));
        int[] read = new int[1];
        race("swapped", i -> {
            switch (i % 8) {
                case 0 -> directory.delete("swapped/new");
                case 1 -> writeNew("swapped/new");
                case 2 -> directory.permissions("swapped/file", "rwx------");
                case 3 -> assertThat(directory.list("swapped")).noneMatch(entry -> entry.size() == 777);
                case 4 -> directory.createDirectory("swapped/made" + i);
                case 5 -> directory.createLink("swapped/link" + i, "file");
                default -> read[0] += readPublic();
            }
        });

        assertThat(read[0]).as("reads that met the directory").isPositive();
        assertThat(names(outside)).containsExactly("file");
        assertThat(outside.resolve("file")).hasContent("secret");
        assertThat(Files.getPosixFilePermissions(outside.resolve("file"))).isEqualTo(permissions);
    }

    @Test
    void aSwappedFileNeverLeadsOutside() throws Exception {
        Files.move(granted.resolve("swapped/file"), granted.resolve("file"));
        int[] read = new int[1];
        race("file", i -> {
            if (i % 4 == 0) {
                directory.permissions("file", "rw-------");
            } else {
                read[0] += readPublic("file");
            }
        });

        assertThat(read[0]).isPositive();
        assertThat(outside.resolve("file")).hasContent("secret");
        assertThat(Files.getPosixFilePermissions(outside.resolve("file"))).contains(PosixFilePermission.GROUP_READ);
    }

    private interface Numbered {
        void run(int i) throws IOException;
    }

    private void race(String name, Numbered attempt) throws Exception {
        CountDownLatch swapping = new CountDownLatch(1);
        Thread swapper = new Thread(() -> swap(name, swapping), "swapper");
        swapper.start();
        swapping.await();
        int met = 0;
        int tries = 0;
        while (tries < TRIES || met < ENOUGH || tries - met < ENOUGH) {
            met += tried(attempt, tries++);
        }
        over = true;
        swapper.join();
    }

    private static int tried(Numbered attempt, int i) {
        try {
            attempt.run(i);
            return 1;
        } catch (IOException | ToolException e) {
            return 0; // the swap was met: refused, gone, or something else by then
        }
    }

    private void swap(String name, CountDownLatch swapping) {
        Path real = granted.resolve(name);
        Path aside = granted.resolve("aside");
        Path target = name.equals("file") ? outside.resolve("file") : outside;
        try {
            while (!over) {
                Files.move(real, aside);
                Files.createSymbolicLink(real, target);
                swapping.countDown();
                Files.delete(real);
                Files.move(aside, real);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int readPublic() throws IOException {
        return readPublic("swapped/file");
    }

    private int readPublic(String path) throws IOException {
        try (InputStream in = Channels.newInputStream(directory.open(path, Set.of(READ)))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("public");
            return 1;
        }
    }

    private void writeNew(String path) throws IOException {
        try (SeekableByteChannel channel = directory.open(path, Set.of(CREATE, WRITE))) {
            channel.write(ByteBuffer.wrap(new byte[] {'x'}));
        }
    }

    private static List<String> names(Path at) throws IOException {
        try (Stream<Path> names = Files.list(at)) {
            return names.map(path -> path.getFileName().toString()).toList();
        }
    }
}
