package org.auleos.plugin.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolException.Code;

/**
 * The only implementation of {@link Directory}, over {@code openat} and its kin as Java offers them.
 *
 * <p>What remains open, because Java has no call for it: between the look at a name and its opening somebody may put a
 * named pipe there, and the opening waits for the pipe's other end; the deadline of the call ends that, nothing escapes.
 * Permissions and times are set through an opened file, so the owner must be able to read it. Every directory on the
 * way is opened for reading, so one that only allows passing through cannot be passed.
 */
final class SecureDirectory implements Directory {

    /** More names than that in one directory are refused rather than held in memory. */
    static final int LIST_LIMIT = 100_000;

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> handle;
    private final Path path;
    private final Access access;
    private final Guard guard;

    private SecureDirectory(SecureDirectoryStream<Path> handle, Path path, Access access, Guard guard) {
        this.handle = handle;
        this.path = path;
        this.access = access;
        this.guard = guard;
    }

    static Directory open(Path root, Access access, Guard guard) throws IOException {
        Path real = root.toRealPath();
        return new SecureDirectory(Root.open(real), real, access, guard);
    }

    @Override
    public String path() {
        return NativeName.absolute(path);
    }

    @Override
    public Entry stat(String path) throws IOException {
        try (Walk walk = reading(path, false)) {
            return Description.of(walk.self() ? path : NativeName.text(walk.name()), walk.existing());
        }
    }

    @Override
    public boolean exists(String path) throws IOException {
        try (Walk walk = reading(path, false)) {
            return walk.found().isPresent();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        }
    }

    @Override
    public List<Entry> list(String path) throws IOException {
        try (Walk walk = reading(path, true);
                SecureDirectoryStream<Path> listed = directoryAt(walk)) {
            List<Entry> entries = new ArrayList<>();
            for (Path name : listed) {
                if (entries.size() == LIST_LIMIT) {
                    throw new ToolException(
                            Code.TOO_LARGE, at(walk) + " holds more than " + LIST_LIMIT + " names; name a part of it");
                }
                describe(listed, name.getFileName()).ifPresent(entries::add);
            }
            entries.sort(Comparator.comparing(Entry::name));
            return List.copyOf(entries);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public SeekableByteChannel open(String path, Set<? extends OpenOption> options) throws IOException {
        boolean fresh = options.contains(StandardOpenOption.CREATE_NEW);
        try (Walk walk = READING.containsAll(options) ? reading(path, !fresh) : writing(path, !fresh)) {
            Set<OpenOption> all = new HashSet<>(options);
            all.add(LinkOption.NOFOLLOW_LINKS);
            if (walk.found().isPresent() && !fresh) {
                requireFile(walk, walk.existing());
            }
            SeekableByteChannel channel =
                    Failures.opening(walk, () -> walk.parent().newByteChannel(walk.name(), all));
            try {
                requireFile(walk, walk.look());
                return channel;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    @Override
    public void createDirectory(String path) throws IOException {
        try (Walk walk = fresh(path)) {
            Staging.directory(walk);
        }
    }

    @Override
    public void createLink(String path, String target) throws IOException {
        try (Walk walk = fresh(path)) {
            Walk.confine(handle, this.path, walk.parentPath(), target);
            Staging.link(walk, NativeName.link(target));
        }
    }

    @Override
    public void delete(String path) throws IOException {
        try (Walk walk = writing(path, false)) {
            requireName(walk);
            if (walk.existing().isDirectory()) {
                Failures.naming(walk, () -> walk.parent().deleteDirectory(walk.name()));
            } else {
                Failures.naming(walk, () -> walk.parent().deleteFile(walk.name()));
            }
        }
    }

    @Override
    public void move(String path, Directory target, String targetPath) throws IOException {
        if (!(target instanceof SecureDirectory other)) {
            throw new ToolException(Code.INVALID_INPUT, "the target handle is not one the platform gave out");
        }
        try (Walk from = writing(path, false);
                Walk to = other.fresh(targetPath)) {
            requireName(from);
            Rename.to(from.parent(), from.name(), from.existing().isDirectory(), to);
        }
    }

    @Override
    public void replace(String path, String targetPath) throws IOException {
        try (Walk from = writing(path, false);
                Walk to = writing(targetPath, false)) {
            requireFile(from, from.existing());
            requireFile(to, to.existing());
            Failures.naming(to, () -> from.parent().move(from.name(), to.parent(), to.name()));
        }
    }

    @Override
    public String readLink(String path) throws IOException {
        try (Walk walk = reading(path, false)) {
            if (!walk.existing().isSymbolicLink()) {
                throw new NotLinkException(at(walk));
            }
            return Walk.readLink(walk.absolute(), walk.existing().fileKey());
        }
    }

    @Override
    public void permissions(String path, String permissions) throws IOException {
        Set<PosixFilePermission> parsed = parse(permissions);
        try (Walk walk = writing(path, true)) {
            Failures.naming(walk, () -> changeable(walk).setPermissions(parsed));
        }
    }

    @Override
    public void modified(String path, FileTime time) throws IOException {
        try (Walk walk = writing(path, true)) {
            Failures.naming(walk, () -> changeable(walk).setTimes(time, null, null));
        }
    }

    @Override
    public Directory directory(String path) throws IOException {
        try (Walk walk = reading(path, true)) {
            return new SecureDirectory(directoryAt(walk), walk.absolute(), access, guard);
        }
    }

    @Override
    public void close() throws IOException {
        handle.close();
    }

    /** A walk whose end may be read; that is part of being allowed to write. */
    private Walk reading(String path, boolean follow) throws IOException {
        return permitted(Walk.to(handle, this.path, path, follow), Access.READ);
    }

    private Walk writing(String path, boolean follow) throws IOException {
        if (access != Access.WRITE) {
            throw new ToolException(
                    Code.DENIED, path() + " was opened for reading; expected one opened for writing to change " + path);
        }
        return permitted(Walk.to(handle, this.path, path, follow), Access.WRITE);
    }

    /** A walk to a name that nothing has yet. */
    private Walk fresh(String path) throws IOException {
        Walk walk = writing(path, false);
        if (walk.found().isPresent()) {
            walk.close();
            throw new FileAlreadyExistsException(at(walk));
        }
        return walk;
    }

    private Walk permitted(Walk walk, Access wanted) throws IOException {
        Path end = walk.absolute();
        if (guard.permits(end, wanted) || (access == Access.WRITE && guard.permits(end, Access.WRITE))) {
            return walk;
        }
        walk.close();
        throw new ToolException(
                Code.DENIED,
                "no permission to " + (wanted == Access.READ ? "read " : "change ") + NativeName.absolute(end));
    }

    private static SecureDirectoryStream<Path> directoryAt(Walk walk) throws IOException {
        if (!walk.existing().isDirectory()) {
            throw new NotDirectoryException(at(walk));
        }
        return walk.open();
    }

    private static Optional<Entry> describe(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        try {
            PosixFileAttributeView view =
                    parent.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(Description.of(NativeName.text(name), view.readAttributes()));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone since the directory was read
        }
    }

    private static void requireFile(Walk walk, PosixFileAttributes found) throws IOException {
        if (found.isDirectory()) {
            throw new FileSystemException(at(walk), null, "is a directory; expected a file");
        }
        if (!found.isRegularFile()) {
            throw new ToolException(
                    Code.DENIED, at(walk) + " is a device, socket, pipe or link; only regular files are opened");
        }
    }

    private static void requireName(Walk walk) {
        if (walk.self()) {
            throw new ToolException(
                    Code.INVALID_INPUT, at(walk) + " is the directory itself; expected a name in a directory");
        }
    }

    /** Opened to be changed, so anything that opening alone would disturb is refused first. */
    private static PosixFileAttributeView changeable(Walk walk) throws IOException {
        if (!walk.existing().isDirectory()) {
            requireFile(walk, walk.existing());
        }
        return walk.parent().getFileAttributeView(walk.name(), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static Set<PosixFilePermission> parse(String permissions) {
        try {
            return PosixFilePermissions.fromString(permissions);
        } catch (IllegalArgumentException e) {
            throw new ToolException(
                    Code.INVALID_INPUT, "permissions \"" + permissions + "\": expected a form like rwxr-x---", e);
        }
    }

    private static String at(Walk walk) {
        return NativeName.absolute(walk.absolute());
    }
}
