package org.auleos.tools.fs.internal;

import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Describes one path. */
@Component
@ToolSpec(
        name = "fs.stat",
        description =
                "Says what is at a path: kind, size, time of the last change, permissions, owner. Describes a link"
                        + " itself, not its target.",
        permissions = "fs:read:{path}",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Stat implements Tool<Stat.In, Stat.Out> {

    public record In(
            @Doc("path of a file, directory or link") String path) {}

    public record Out(
            @Doc("what is there") Item item,

            @Doc("where the link leads, as it is written; absent for anything but a link") @Nullable
            String target) {}

    @Override
    public Out call(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target target = Target.reading(context, in.path());
            Entry entry = target.directory().stat(target.path());
            String link = entry.kind() == Entry.Kind.LINK ? target.directory().readLink(target.path()) : null;
            return new Out(Item.of(target, entry), link);
        });
    }
}
