package org.auleos.tools.fs.internal;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/**
 * Puts new content in the place of a file. All or nothing through a second file beside it, where the grant and the
 * directory allow one and the owner stays the same; otherwise in place, where the memento is what repairs a crash.
 */
final class Replacement {

    /** Writes the new content. */
    interface Content {
        void to(SeekableByteChannel out) throws IOException;
    }

    private Replacement() {}

    static void put(Target target, Content content, ToolContext context) throws IOException {
        Optional<Entry> old = target.entry();
        boolean plain = old.isEmpty() || old.get().kind() == Entry.Kind.FILE;
        if (!plain || !beside(target, old, content, context)) {
            inPlace(target, old.isPresent(), content);
        }
    }

    private static boolean beside(Target target, Optional<Entry> old, Content content, ToolContext context)
            throws IOException {
        Target next = target.sibling(Bytes.name(".aule-", context));
        try {
            if (next.exists()) {
                next.directory().delete(next.path()); // of an attempt that crashed
            }
            write(next, content, CREATE_NEW);
        } catch (AccessDeniedException e) {
            return false;
        } catch (ToolException e) {
            if (e.code() == ToolException.Code.DENIED) {
                return false;
            }
            throw e;
        }
        return takePlace(next, target, old);
    }

    private static boolean takePlace(Target next, Target target, Optional<Entry> old) throws IOException {
        if (old.isEmpty()) {
            next.directory().move(next.path(), target.directory(), target.path());
            return true;
        }
        if (!next.directory().stat(next.path()).owner().equals(old.get().owner())) {
            next.directory().delete(next.path());
            return false;
        }
        next.directory().permissions(next.path(), old.get().permissions());
        next.directory().replace(next.path(), target.path());
        return true;
    }

    private static void inPlace(Target target, boolean exists, Content content) throws IOException {
        write(target, content, exists ? TRUNCATE_EXISTING : CREATE_NEW);
    }

    private static void write(Target target, Content content, java.nio.file.StandardOpenOption how) throws IOException {
        try (SeekableByteChannel out = target.write(WRITE, how)) {
            content.to(out);
            Bytes.force(out);
        }
    }
}
