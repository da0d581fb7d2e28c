package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import org.auleos.plugin.tool.ToolContext;

/** Moves a tree: by renaming, or by a copy and a deletion where source and target lie on different file systems. */
final class Transfer {

    private Transfer() {}

    static void move(Target from, Target to, ToolContext context) throws IOException {
        try {
            from.directory().move(from.path(), to.directory(), to.path());
        } catch (AtomicMoveNotSupportedException e) {
            copyThenDelete(from, to, context);
        }
    }

    private static void copyThenDelete(Target from, Target to, ToolContext context) throws IOException {
        copy(from, to, context);
        Trees.delete(from);
    }

    /** Copies to a name that nothing has, which appears whole or not at all. */
    static void copy(Target from, Target to, ToolContext context) throws IOException {
        Target next = to.sibling(Bytes.name(".aule-", context));
        if (next.exists()) {
            Trees.delete(next); // of an attempt that crashed
        }
        try {
            Trees.copy(from, next, context);
            next.directory().move(next.path(), to.directory(), to.path());
        } catch (IOException | RuntimeException e) {
            if (next.exists()) {
                Trees.delete(next);
            }
            throw e;
        }
    }
}
