package org.auleos.plugin.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The same failure, naming the absolute path: operations relative to a handle name the last part only, or nothing. */
final class Failures {

    interface Action {
        void run() throws IOException;
    }

    interface Opening<T> {
        T open() throws IOException;
    }

    private Failures() {}

    static void naming(Walk walk, Action action) throws IOException {
        opening(walk, () -> {
            action.run();
            return walk;
        });
    }

    static <T> T opening(Walk walk, Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (FileSystemException e) {
            throw at(walk.absolute(), e);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) { // without a path, when the name has become a link
            throw at(walk.absolute(), new FileSystemException(null, null, e.getMessage()));
        }
    }

    static FileSystemException at(Path path, FileSystemException failure) {
        FileSystemException named = named(NativeName.absolute(path), failure);
        named.initCause(failure);
        return named;
    }

    private static FileSystemException named(String path, FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return new NoSuchFileException(path);
        }
        if (failure instanceof AccessDeniedException) {
            return new AccessDeniedException(path);
        }
        if (failure instanceof NotDirectoryException) {
            return new NotDirectoryException(path);
        }
        if (failure instanceof FileAlreadyExistsException) {
            return new FileAlreadyExistsException(path);
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return new DirectoryNotEmptyException(path);
        }
        if (failure instanceof AtomicMoveNotSupportedException) {
            return new AtomicMoveNotSupportedException(path, null, "source and target lie on different file systems");
        }
        return new FileSystemException(path, null, failure.getReason());
    }
}
