package org.auleos.tools.fs.internal;

import java.util.Optional;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.osgi.service.component.annotations.Component;

/** Moves or renames. */
@Component
@ToolSpec(
        name = "fs.move",
        description = "Moves or renames a file or directory to a path that does not exist yet.",
        permissions = {"fs:write:{from}", "fs:write:{to}"},
        effect = Effect.IDEMPOTENT,
        timeout = "PT5M")
public final class Move implements Tool<Move.In, Move.Out>, Reversible<Move.In, Move.Before>, Probe<Move.In> {

    public record In(
            @Doc("path of what to move") String from,
            @Doc("new path; must not exist yet") String to) {}

    public record Out(@Doc("new absolute path") String path) {}

    /** Whether each path was taken; a call can do something only when the first was and the second was not. */
    public record Before(boolean from, boolean to) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(
                () -> new Before(from(in, context).exists(), to(in, context).exists()));
    }

    @Override
    public Out call(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target from = from(in, context);
            Target to = to(in, context);
            boolean done = context.attempt() > 1 && !from.exists() && to.exists();
            if (!done) {
                Transfer.move(from, to, context);
            }
            return new Out(to.shown());
        });
    }

    @Override
    public Finding probe(In in, ToolContext context) {
        return Explained.explained(() -> {
            boolean from = from(in, context).exists();
            if (from == to(in, context).exists()) {
                return Finding.UNKNOWN;
            }
            return from ? Finding.NOT_APPLIED : Finding.APPLIED;
        });
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        return Explained.explained(() -> {
            Target from = from(in, context);
            Target to = to(in, context);
            boolean stands = from.exists() == before.from() && to.exists() == before.to();
            if (stands || !before.from() || before.to()) {
                return Undone.restored();
            }
            if (from.exists() || !to.exists()) {
                return Undone.changed("expected " + to.shown() + " to be there and " + from.shown()
                        + " to be free; found both " + (from.exists() ? "there" : "gone"));
            }
            Transfer.move(to, from, context);
            return Undone.restored();
        });
    }

    private static Target from(In in, ToolContext context) {
        return Target.writing(context, in.from()).named();
    }

    private static Target to(In in, ToolContext context) {
        return Target.writing(context, in.to()).named();
    }
}
