package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.util.Optional;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Deletes by moving to the trash of this tool. */
@Component
@ToolSpec(
        name = "fs.delete",
        description =
                "Deletes a file, link or directory by moving it to a trash, from which undo brings it back. It takes"
                        + " as much space as before until the trash is emptied.",
        permissions = "fs:write:{path}",
        effect = Effect.IDEMPOTENT,
        timeout = "PT5M")
public final class Delete
        implements Tool<Delete.In, Delete.Out>, Reversible<Delete.In, Delete.Before>, Probe<Delete.In> {

    public record In(
            @Doc("path to delete; a link is deleted itself, not its target")
            String path,

            @Doc("true to delete a directory that is not empty") @Nullable
            Boolean recursive) {}

    public record Out(
            @Doc("absolute path that is gone") String path,
            @Doc("file, directory, link or other") Entry.Kind kind) {}

    /** The name in the trash. */
    public record Before(String trash, boolean existed) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(
                () -> new Before(trash(context).path(), target(in, context).exists()));
    }

    @Override
    public Out call(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target target = target(in, context);
            Target trash = trash(context);
            if (context.attempt() > 1 && trash.exists() && !target.exists()) {
                return new Out(
                        target.shown(), trash.directory().stat(trash.path()).kind());
            }
            Entry entry = target.directory().stat(target.path());
            requireEmpty(target, entry, Boolean.TRUE.equals(in.recursive()));
            Transfer.move(target, trash, context);
            return new Out(target.shown(), entry.kind());
        });
    }

    private static void requireEmpty(Target target, Entry entry, boolean recursive) throws IOException {
        if (entry.kind() == Entry.Kind.DIRECTORY
                && !recursive
                && !target.directory().list(target.path()).isEmpty()) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT,
                    target.shown() + " is a directory with something in it; say recursive to delete it with all below");
        }
    }

    @Override
    public Finding probe(In in, ToolContext context) {
        return Explained.explained(() -> {
            boolean there = target(in, context).exists();
            if (there == trash(context).exists()) {
                return Finding.UNKNOWN;
            }
            return there ? Finding.NOT_APPLIED : Finding.APPLIED;
        });
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        return Explained.explained(() -> {
            Target target = target(in, context);
            Target trash = new Target(context.storage(), before.trash());
            if (!trash.exists()) {
                return target.exists() || !before.existed()
                        ? Undone.restored()
                        : Undone.changed("what was at " + target.shown() + " is no longer in the trash");
            }
            if (target.exists()) {
                return Undone.changed(target.shown() + " is taken by something new; what was there stays in the trash");
            }
            Transfer.move(trash, target, context);
            return Undone.restored();
        });
    }

    private static Target target(In in, ToolContext context) {
        return Target.writing(context, in.path()).named();
    }

    private static Target trash(ToolContext context) {
        return new Target(context.storage(), Bytes.name("trash-", context));
    }
}
