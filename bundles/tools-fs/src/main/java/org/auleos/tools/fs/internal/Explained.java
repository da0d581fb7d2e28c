package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolException.Code;

/** Turns what the file system says into an answer the caller can act on. */
final class Explained {

    /** Something that works on files. */
    interface Work<T> {
        T run() throws IOException;
    }

    private Explained() {}

    /** Runs the work; throws {@code ToolException} instead of {@code IOException}. */
    static <T> T explained(Work<T> work) {
        try {
            return work.run();
        } catch (FileSystemException e) {
            throw new ToolException(code(e), e.getFile() + " " + reason(e), e);
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new ToolException(Code.CANCELLED, "the call was cancelled or its deadline passed", e);
        } catch (IOException e) {
            throw new ToolException(Code.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private static Code code(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return Code.NOT_FOUND;
        }
        if (e instanceof FileAlreadyExistsException) {
            return Code.ALREADY_EXISTS;
        }
        if (e instanceof AccessDeniedException) {
            return Code.DENIED;
        }
        return e instanceof NotDirectoryException || e instanceof NotLinkException ? Code.INVALID_INPUT : Code.FAILED;
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "exists already; nothing was replaced";
        }
        if (e instanceof AccessDeniedException) {
            return "is not open to the user the platform runs as";
        }
        if (e instanceof NotDirectoryException) {
            return "is no directory";
        }
        if (e instanceof NotLinkException) {
            return "is no symbolic link";
        }
        return e instanceof DirectoryNotEmptyException ? "is not empty" : "failed: " + e.getReason();
    }
}
