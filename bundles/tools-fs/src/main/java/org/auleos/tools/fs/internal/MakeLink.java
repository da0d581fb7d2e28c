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
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.osgi.service.component.annotations.Component;

/** Makes a symbolic link. */
@Component
@ToolSpec(
        name = "fs.symlink",
        description = "Makes a symbolic link to something inside the granted directory.",
        permissions = "fs:write:{path}",
        effect = Effect.IDEMPOTENT)
public final class MakeLink
        implements Tool<MakeLink.In, MakeLink.Out>, Reversible<MakeLink.In, MakeLink.Before>, Probe<MakeLink.In> {

    public record In(
            @Doc("path of the link; must not exist yet") String path,

            @Doc("where it leads: absolute, or relative to the directory of the link")
            String target) {}

    public record Out(@Doc("absolute path of the link") String path) {}

    /** Whether something was there already, so that the call can only fail. */
    public record Before(boolean taken) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(() -> new Before(link(in, context).exists()));
    }

    @Override
    public Out call(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target link = link(in, context);
            if (!(context.attempt() > 1 && leads(link, in.target()))) {
                link.directory().createLink(link.path(), in.target());
            }
            return new Out(link.shown());
        });
    }

    @Override
    public Finding probe(In in, ToolContext context) {
        return Explained.explained(() -> leads(link(in, context), in.target()) ? Finding.APPLIED : Finding.NOT_APPLIED);
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        return Explained.explained(() -> {
            Target link = link(in, context);
            if (before.taken() || !link.exists()) {
                return Undone.restored();
            }
            if (!leads(link, in.target())) {
                return Undone.changed(link.shown() + " is no longer the link to " + in.target() + " that was made");
            }
            link.directory().delete(link.path());
            return Undone.restored();
        });
    }

    private static boolean leads(Target link, String target) throws IOException {
        Optional<Entry> entry = link.entry();
        return entry.isPresent()
                && entry.get().kind() == Entry.Kind.LINK
                && link.directory().readLink(link.path()).equals(target);
    }

    private static Target link(In in, ToolContext context) {
        return Target.writing(context, in.path()).named();
    }
}
