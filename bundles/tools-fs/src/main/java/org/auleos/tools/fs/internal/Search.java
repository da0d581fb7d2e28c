package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** One search below a directory. Confined to one thread. */
final class Search {

    private static final int UNREADABLE_MAX = 20;
    private static final int PROGRESS_EVERY = 1000;

    private final ToolContext context;
    private final Best<Item> best;
    private final Predicate<Entry> wanted;
    private final List<String> unreadable = new ArrayList<>();
    private long seen;
    private long found;
    private long bytes;

    Search(ToolContext context, Best<Item> best, Predicate<Entry> wanted) {
        this.context = context;
        this.best = best;
        this.wanted = wanted;
    }

    /** Looks at the entries of a directory and at all below. */
    void below(Target directory, List<Entry> entries) {
        for (Entry entry : entries) {
            context.checkpoint();
            Target target = directory.child(entry.name());
            if (++seen % PROGRESS_EVERY == 0) {
                context.progress(-1, seen + " names, at " + target.shown());
            }
            if (wanted.test(entry)) {
                found++;
                bytes += entry.size();
                best.offer(Item.of(target, entry));
            }
            if (entry.kind() == Entry.Kind.DIRECTORY) {
                below(target, list(target));
            }
        }
    }

    private List<Entry> list(Target directory) {
        try {
            return directory.directory().list(directory.path());
        } catch (IOException | ToolException e) {
            if (e instanceof ToolException refused && refused.code() == ToolException.Code.CANCELLED) {
                throw refused;
            }
            if (unreadable.size() < UNREADABLE_MAX) {
                unreadable.add(directory.shown());
            }
            return List.of();
        }
    }

    Find.Out out() {
        return new Find.Out(best.inOrder(), found, bytes, seen, List.copyOf(unreadable));
    }
}
