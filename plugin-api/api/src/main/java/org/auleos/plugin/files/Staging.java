package org.auleos.plugin.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.auleos.plugin.tool.ToolException;

/**
 * Creates directories and links, for which Java has no call relative to a handle. They are made under a name that nobody
 * can guess, through {@code /proc/self/fd} where there is one and by path elsewhere; then looked for through the handle
 * and renamed there. If the parent was swapped in between, the handle does not see the new name and the call is refused:
 * all that can be left outside is an empty directory, or a link, of a random name, and that is removed again.
 */
final class Staging {

    private static final int ATTEMPTS = 8;
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private interface Creation {
        void at(Path path) throws IOException;
    }

    private Staging() {}

    /** Creates a directory at the end of the walk, where nothing must be. */
    static void directory(Walk walk) throws IOException {
        create(walk, true, Files::createDirectory);
    }

    /** Creates a link at the end of the walk, where nothing must be. */
    static void link(Walk walk, Path target) throws IOException {
        create(walk, false, path -> Files.createSymbolicLink(path, target));
    }

    private static void create(Walk walk, boolean directory, Creation creation) throws IOException {
        // not the call's own randomness: that is recorded, and this must not be guessed
        Path random = Path.of(".aule-" + UUID.randomUUID());
        stage(walk, random, creation);
        try {
            Rename.to(walk.parent(), random, directory, walk);
        } catch (IOException | RuntimeException e) {
            if (directory) {
                walk.parent().deleteDirectory(random);
            } else {
                walk.parent().deleteFile(random);
            }
            throw e;
        }
    }

    /** Tries again, as the descriptor found may be another thread's, which closes it at that moment. */
    private static void stage(Walk walk, Path random, Creation creation) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Path staged = descriptor(walk).resolve(random);
            if (created(staged, creation)) {
                if (seen(walk, random)) {
                    return;
                }
                Files.deleteIfExists(staged);
            }
        }
        throw new ToolException(
                ToolException.Code.CONFLICT,
                NativeName.absolute(walk.parentPath()) + " was replaced while something was created in it; nothing was"
                        + " changed there, look again");
    }

    private static boolean created(Path staged, Creation creation) throws IOException {
        try {
            creation.at(staged);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (FileSystemException e) {
            throw Failures.at(staged, e);
        }
    }

    private static boolean seen(Walk walk, Path random) throws IOException {
        try {
            walk.parent()
                    .getFileAttributeView(random, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean same(Path candidate, Object key) {
        try {
            return key.equals(
                    Files.readAttributes(candidate, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return false; // closed since it was listed
        }
    }

    /** A path to the directory that no rename or link can bend, if this system has one. */
    private static Path descriptor(Walk walk) throws IOException {
        Object key = walk.parent()
                .getFileAttributeView(BasicFileAttributeView.class)
                .readAttributes()
                .fileKey();
        if (Files.isDirectory(DESCRIPTORS)) {
            try (DirectoryStream<Path> open = Files.newDirectoryStream(DESCRIPTORS)) {
                for (Path candidate : open) {
                    if (same(candidate, key)) {
                        return candidate;
                    }
                }
            }
        }
        return walk.parentPath();
    }
}
