package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

/** Searches below a directory. */
@Component
@ToolSpec(
        name = "fs.find",
        description =
                "Searches a directory and all below it by name, kind, size and age, e.g. the largest files, or logs"
                        + " not written for a week. Links are reported, never followed.",
        permissions = "fs:read:{path}",
        effect = Effect.READ,
        risk = Risk.NONE,
        timeout = "PT2M")
public final class Find implements Tool<Find.In, Find.Out> {

    private static final int LIMIT = 100;
    private static final int LIMIT_MAX = 2000;

    /** What comes first. */
    public enum Order {
        /** By path. */
        NAME,
        /** Largest first. */
        SIZE,
        /** Newest first. */
        MODIFIED
    }

    public record In(
            @Doc("directory to search") String path,

            @Doc("pattern for the name with * and ?, e.g. *.log; every name unless said") @Nullable
            String name,

            @Doc("file, directory, link or other; any unless said")
            Entry.@Nullable Kind kind,

            @Doc("at least so many bytes") @Nullable Long minSize,

            @Doc("not changed for so long, e.g. P7D") @Nullable
            Duration olderThan,

            @Doc("changed within, e.g. PT1H") @Nullable Duration newerThan,

            @Doc("name (the default), size (largest first) or modified (newest first)") @Nullable
            Order sort,

            @Doc("at most so many answers, 1 to 2000; 100 unless said") @Nullable
            Integer limit) {}

    public record Out(
            @Doc("what was found, in the order asked for") List<Item> items,
            @Doc("how many there are in all") long found,

            @Doc("sum of the sizes of all that were found, bytes")
            long bytes,

            @Doc("how many names were looked at") long seen,

            @Doc("directories that could not be read, at most 20")
            List<String> unreadable) {}

    @Override
    public Out call(In in, ToolContext context) {
        int limit = Limits.within("limit", in.limit(), LIMIT, LIMIT_MAX);
        Instant now = context.clock().instant();
        Search search = new Search(context, new Best<>(limit, order(in.sort())), entry -> matches(in, entry, now));
        return Explained.explained(() -> run(in, context, search));
    }

    private static Out run(In in, ToolContext context, Search search) throws IOException {
        Target top = Target.reading(context, in.path());
        search.below(top, top.directory().list(top.path()));
        return search.out();
    }

    private static Comparator<Item> order(@Nullable Order sort) {
        Comparator<Item> byName = Comparator.comparing(Item::path);
        if (sort == Order.SIZE) {
            return Comparator.comparingLong(Item::size).reversed().thenComparing(byName);
        }
        return sort == Order.MODIFIED
                ? Comparator.comparing(Item::modified).reversed().thenComparing(byName)
                : byName;
    }

    private static boolean matches(In in, Entry entry, Instant now) {
        Instant modified = entry.modified().toInstant();
        return (in.kind() == null || in.kind() == entry.kind())
                && (in.minSize() == null || entry.size() >= in.minSize())
                && (in.olderThan() == null || modified.isBefore(now.minus(in.olderThan())))
                && (in.newerThan() == null || modified.isAfter(now.minus(in.newerThan())))
                && (in.name() == null || Wildcard.matches(in.name(), entry.name()));
    }
}
