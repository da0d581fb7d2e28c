package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.util.ArrayList;
import java.util.List;
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

/** Makes a directory. */
@Component
@ToolSpec(
        name = "fs.mkdir",
        description =
                "Makes a directory; with parents also the missing ones above it. A directory that exists is fine.",
        permissions = "fs:write:{path}",
        effect = Effect.IDEMPOTENT)
public final class MakeDirectory
        implements Tool<MakeDirectory.In, MakeDirectory.Out>,
                Reversible<MakeDirectory.In, MakeDirectory.Before>,
                Probe<MakeDirectory.In> {

    public record In(
            @Doc("path of the directory") String path,

            @Doc("true to make missing directories above it too") @Nullable
            Boolean parents) {}

    public record Out(
            @Doc("absolute path") String path,

            @Doc("absolute paths of the directories that were made, outermost first")
            List<String> made) {}

    /** The paths that did not exist, outermost first, relative to the granted directory. */
    public record Before(List<String> missing) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(() -> new Before(missing(Target.writing(context, in.path()), in).stream()
                .map(Target::path)
                .toList()));
    }

    @Override
    public Out call(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target target = Target.writing(context, in.path());
            List<Target> missing = missing(target, in);
            for (Target next : missing) {
                next.directory().createDirectory(next.path());
            }
            requireDirectory(target);
            return new Out(target.shown(), missing.stream().map(Target::shown).toList());
        });
    }

    @Override
    public Finding probe(In in, ToolContext context) {
        return Explained.explained(
                () -> Target.writing(context, in.path()).exists() ? Finding.APPLIED : Finding.NOT_APPLIED);
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        Target top = Target.writing(context, in.path());
        return Explained.explained(() -> {
            for (int i = before.missing().size() - 1; i >= 0; i--) {
                Target made = new Target(top.directory(), before.missing().get(i));
                try {
                    if (made.exists()) {
                        made.directory().delete(made.path());
                    }
                } catch (DirectoryNotEmptyException e) {
                    return Undone.changed(made.shown() + " was empty and has something in it now; it was left");
                }
            }
            return Undone.restored();
        });
    }

    /** Directories above are looked at only when they are to be made, as the grant may be for this one alone. */
    private static List<Target> missing(Target target, In in) throws IOException {
        List<Target> missing = new ArrayList<>();
        Target at = target;
        while (!at.path().isEmpty() && !at.exists()) {
            missing.add(0, at);
            if (!Boolean.TRUE.equals(in.parents())) {
                break;
            }
            at = new Target(
                    at.directory(), at.path().substring(0, Math.max(0, at.path().lastIndexOf('/'))));
        }
        return missing;
    }

    private static void requireDirectory(Target target) throws IOException {
        if (target.directory().stat(target.path()).kind() != Entry.Kind.DIRECTORY) {
            throw new ToolException(
                    ToolException.Code.ALREADY_EXISTS, target.shown() + " exists already and is no directory");
        }
    }
}
