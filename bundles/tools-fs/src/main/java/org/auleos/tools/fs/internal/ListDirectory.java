package org.auleos.tools.fs.internal;

import java.util.List;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Lists one directory. */
@Component
@ToolSpec(
        name = "fs.list",
        description = "Lists the names in one directory with kind, size and time, sorted by name. Use fs.find to search"
                + " below it.",
        permissions = "fs:read:{path}",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class ListDirectory implements Tool<ListDirectory.In, ListDirectory.Out> {

    private static final int LIMIT = 1000;
    private static final int LIMIT_MAX = 3000;

    public record In(
            @Doc("path of the directory") String path,

            @Doc("at most so many names, 1 to 3000; 1000 unless said") @Nullable
            Integer limit) {}

    public record Out(
            @Doc("the names, sorted") List<Item> entries,
            @Doc("how many names the directory has") int total,

            @Doc("true when there are more than were asked for")
            boolean truncated) {}

    @Override
    public Out call(In in, ToolContext context) {
        int limit = Limits.within("limit", in.limit(), LIMIT, LIMIT_MAX);
        return Explained.explained(() -> {
            Target target = Target.reading(context, in.path());
            List<Entry> all = target.directory().list(target.path());
            List<Item> items = all.stream()
                    .limit(limit)
                    .map(entry -> Item.of(target.child(entry.name()), entry))
                    .toList();
            return new Out(items, all.size(), all.size() > limit);
        });
    }
}
