package org.auleos.plugin.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A handle to one directory. All paths are relative to it, with {@code /} between names; {@code ""} is the directory itself.
 *
 * <p>Every component is opened relative to the handle of its parent without following links; a link inside is followed
 * only if its target lies beneath this directory too, and is then walked the same way. So there is no moment between a
 * check and an open in which somebody could swap a component. Anything that leads outside is refused with a
 * {@code ToolException} of code {@code DENIED}. Device files, sockets and pipes are refused. Safe for concurrent use.
 */
@ProviderType
public interface Directory extends Closeable {

    /** What a handle allows. */
    enum Access {
        /** Reading and listing. */
        READ,
        /** Reading, and changing content and names. */
        WRITE
    }

    /** Decides about one absolute path below the handle, links already resolved; false refuses. */
    @FunctionalInterface
    interface Guard {

        /** True when the path may be used with that access. */
        boolean permits(Path path, Access access);
    }

    /**
     * Opens a handle. The root's own links are resolved once, here; from then on the handle is what counts.
     *
     * @throws IOException when the root is not a directory or the file system offers no handles to directories
     */
    static Directory open(Path root, Access access, Guard guard) throws IOException {
        return SecureDirectory.open(root, access, guard);
    }

    /** Absolute path of this directory, for messages and recorded outputs only. */
    String path();

    /** What is at the path; a link is described, not followed. Throws {@code NoSuchFileException} when nothing is. */
    Entry stat(String path) throws IOException;

    /** True when something, be it a dangling link, stands at the path. */
    boolean exists(String path) throws IOException;

    /** The names in a directory, sorted. */
    List<Entry> list(String path) throws IOException;

    /** Opens a regular file. Options as for {@code Files.newByteChannel}; links are handled as the class says. */
    SeekableByteChannel open(String path, Set<? extends OpenOption> options) throws IOException;

    /** Creates one directory; its parent must exist. */
    void createDirectory(String path) throws IOException;

    /** Deletes a file, a link (not its target) or an empty directory. */
    void delete(String path) throws IOException;

    /** Renames within one file system, atomically; never replaces. Throws {@code AtomicMoveNotSupportedException} across file systems. */
    void move(String path, Directory target, String targetPath) throws IOException;

    /** Renames a file over another one of the same file system, atomically: readers see the old or the new content, never less. */
    void replace(String path, String targetPath) throws IOException;

    /** Creates a symbolic link; its target must lie beneath this directory. */
    void createLink(String path, String target) throws IOException;

    /** The text of a link. */
    String readLink(String path) throws IOException;

    /** Sets permissions in the form {@code rwxr-x---}. */
    void permissions(String path, String permissions) throws IOException;

    /** Sets the time of the last change. */
    void modified(String path, FileTime time) throws IOException;

    /** A handle to a directory below, with the same access. */
    Directory directory(String path) throws IOException;

    @Override
    void close() throws IOException;
}
