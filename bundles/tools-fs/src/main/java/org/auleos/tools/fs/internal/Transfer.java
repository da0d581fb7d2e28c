package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

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

    /**
     * Copies to a name that nothing has. Appears whole or not at all, if the grant allows a second name beside it; otherwise
     * what was copied so far stays when it fails, as it cannot be told from what somebody else put there.
     */
    static void copy(Target from, Target to, ToolContext context) throws IOException {
        try {
            whole(from, to, beside(to, context), context);
        } catch (ToolException e) {
            if (e.code() != ToolException.Code.DENIED) {
                throw e;
            }
            Trees.copy(from, to, context);
        }
    }

    private static void whole(Target from, Target to, Target beside, ToolContext context) throws IOException {
        if (beside.exists()) {
            Trees.delete(beside); // of an attempt that crashed
        }
        try {
            Trees.copy(from, beside, context);
            beside.directory().move(beside.path(), to.directory(), to.path());
        } catch (IOException | RuntimeException e) {
            if (beside.exists()) {
                Trees.delete(beside);
            }
            throw e;
        }
    }

    /** Deletes a tree, gone at once under its name, if the grant allows a second one beside it; what is left {@link #clear} deletes. */
    static void remove(Target target, ToolContext context) throws IOException {
        Target beside = beside(target, context);
        try {
            target.directory().move(target.path(), beside.directory(), beside.path());
        } catch (ToolException e) {
            if (e.code() != ToolException.Code.DENIED) {
                throw e;
            }
            Trees.delete(target);
            return;
        }
        Trees.delete(beside);
    }

    /** Deletes what a copy or a removal that crashed half-way left beside the target. */
    static void clear(Target target, ToolContext context) throws IOException {
        Target beside = beside(target, context);
        try {
            if (beside.exists()) {
                Trees.delete(beside);
            }
        } catch (ToolException e) {
            if (e.code() != ToolException.Code.DENIED) {
                throw e;
            }
        }
    }

    private static Target beside(Target target, ToolContext context) {
        return target.sibling(Bytes.name(".aule-", context));
    }
}
