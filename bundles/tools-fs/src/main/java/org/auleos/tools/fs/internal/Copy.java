package org.auleos.tools.fs.internal;

import java.util.Optional;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.osgi.service.component.annotations.Component;

/** Copies a file, or a directory with all below it. */
@Component
@ToolSpec(
        name = "fs.copy",
        description = "Copies a file, or a directory with all below it, to a path that does not exist yet. Keeps"
                + " permissions and times.",
        permissions = {"fs:read:{from}", "fs:write:{to}"},
        effect = Effect.IDEMPOTENT,
        timeout = "PT5M")
public final class Copy implements Tool<Copy.In, Copy.Out>, Reversible<Copy.In, Copy.Before>, Probe<Copy.In> {

    public record In(
            @Doc("path of what to copy") String from,
            @Doc("path of the copy; must not exist yet") String to) {}

    public record Out(
            @Doc("absolute path of the copy") String path,

            @Doc("SHA-256 over names and contents of what was copied, hexadecimal")
            String digest) {}

    /** Whether something was at the target already, so that the call can only fail; and what is going to be copied. */
    public record Before(boolean taken, String digest) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(() -> new Before(
                Target.writing(context, in.to()).named().exists(),
                Trees.digest(Target.reading(context, in.from()), context)));
    }

    @Override
    public Out call(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target from = Target.reading(context, in.from());
            Target to = Target.writing(context, in.to()).named();
            requireApart(from, to);
            if (!(context.attempt() > 1 && same(from, to, context))) {
                Transfer.copy(from, to, context);
            }
            return new Out(to.shown(), Trees.digest(to, context));
        });
    }

    @Override
    public Finding probe(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target to = Target.writing(context, in.to()).named();
            if (!to.exists()) {
                return Finding.NOT_APPLIED;
            }
            return same(Target.reading(context, in.from()), to, context) ? Finding.APPLIED : Finding.UNKNOWN;
        });
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        return Explained.explained(() -> {
            Target to = Target.writing(context, in.to()).named();
            Transfer.clear(to, context);
            if (before.taken() || !to.exists()) {
                return Undone.restored();
            }
            if (!Trees.digest(to, context).equals(before.digest())) {
                return Undone.changed(to.shown() + " is no longer the copy that was made; it was left as it is");
            }
            Transfer.remove(to, context);
            return Undone.restored();
        });
    }

    private static boolean same(Target from, Target to, ToolContext context) throws java.io.IOException {
        return from.exists() && to.exists() && Trees.digest(from, context).equals(Trees.digest(to, context));
    }

    private static void requireApart(Target from, Target to) {
        if ((to.shown() + "/").startsWith(from.shown() + "/")) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT,
                    to.shown() + " lies inside " + from.shown() + "; expected a path outside it");
        }
    }
}
