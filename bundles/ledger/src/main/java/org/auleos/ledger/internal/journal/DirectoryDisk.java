package org.auleos.ledger.internal.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real directory, of its owner only (0700, files 0600), held by one process at a time. Follows no links. */
public final class DirectoryDisk implements Disk {

    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path directory;
    private final FileChannel lock;

    private DirectoryDisk(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Takes a directory, which is made when it is not there.
     *
     * @throws IOException when it is no directory, or another process holds it
     */
    public static DirectoryDisk open(Path directory) throws IOException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        if (!Files.exists(directory, NOFOLLOW_LINKS)) {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER));
        }
        if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory + " is to hold the journal, but it is a link or no directory");
        }
        Files.setPosixFilePermissions(directory, OWNER);
        return new DirectoryDisk(directory, lock(directory));
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.resolve(LOCK), options(READ, WRITE, CREATE), OWNERS_FILE);
        try {
            if (tryLock(channel) == null) {
                throw new IOException("the journal in " + directory
                        + " is in use by another process; stop that one, or use another home directory");
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static Set<OpenOption> options(OpenOption... options) {
        return Stream.concat(Stream.of(options), Stream.of(NOFOLLOW_LINKS)).collect(Collectors.toSet());
    }

    @Override
    public String place() {
        return directory.toString();
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public File create(String name) throws IOException {
        return CalmFile.open(directory.resolve(name), options(READ, WRITE, CREATE_NEW), OWNERS_FILE);
    }

    @Override
    public File open(String name) throws IOException {
        return CalmFile.open(directory.resolve(name), options(READ, WRITE));
    }

    @Override
    public File view(String name) throws IOException {
        return CalmFile.open(directory.resolve(name), options(READ));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(directory.resolve(from), directory.resolve(to));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(directory.resolve(name));
    }

    @Override
    public void sync() throws IOException {
        try (File self = CalmFile.open(directory, options(READ))) {
            self.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
