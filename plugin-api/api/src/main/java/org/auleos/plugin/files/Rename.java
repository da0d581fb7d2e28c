package org.auleos.plugin.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Renaming that never replaces. The system call replaces, so the new name is first taken with an empty file of our own,
 * created only if nothing is there, and then that file is replaced. A directory can replace an empty directory at most.
 */
final class Rename {

    private Rename() {}

    static void to(SecureDirectoryStream<Path> from, Path name, boolean directory, Walk target) throws IOException {
        try {
            if (directory) {
                from.move(name, target.parent(), target.name());
            } else {
                replacePlaceholder(from, name, target);
            }
        } catch (FileSystemException e) {
            throw Failures.at(target.absolute(), e);
        }
    }

    private static void replacePlaceholder(SecureDirectoryStream<Path> from, Path name, Walk target)
            throws IOException {
        target.parent()
                .newByteChannel(
                        target.name(),
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS))
                .close();
        try {
            from.move(name, target.parent(), target.name());
        } catch (IOException e) {
            target.parent().deleteFile(target.name());
            throw e;
        }
    }
}
