package org.auleos.kernel.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.auleos.api.run.RunView;

/**
 * The runs there are: live ones, the newest finished ones in short, and the last few of those whole. Older ones are read from
 * the ledger when somebody asks. Bounded; the finished ones are guarded by the monitor of the book.
 */
final class RunBook {

    private static final int SHORT = 1000;
    private static final int WHOLE = 32;

    private static final Comparator<RunView> NEWEST_FIRST = Comparator.comparing(RunView::submitted)
            .thenComparing(view -> view.id().length())
            .thenComparing(RunView::id)
            .reversed();

    private final Map<String, LiveRun> live = new ConcurrentHashMap<>();
    private final Map<String, RunView> summaries = new Newest<>(SHORT);
    private final Map<String, RunView> whole = new Newest<>(WHOLE);

    /** Keeps the entries put last. */
    private static final class Newest<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        private final int limit;

        Newest(int limit) {
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > limit;
        }
    }

    void began(LiveRun run) {
        live.put(run.id(), run);
    }

    /** A live run is over. */
    void ended(LiveRun run) {
        RunFold fold = run.durable();
        synchronized (this) {
            summaries.put(fold.id(), fold.summary());
            whole.put(fold.id(), fold.view());
        }
        live.remove(fold.id());
    }

    /** A run that was over before this start. */
    synchronized void past(RunFold fold) {
        summaries.put(fold.id(), fold.summary());
    }

    /** True for a run that is over and among those lists show. */
    synchronized boolean lists(String id) {
        return summaries.containsKey(id);
    }

    Optional<LiveRun> live(String id) {
        return Optional.ofNullable(live.get(id));
    }

    List<LiveRun> live() {
        return List.copyOf(live.values());
    }

    /** The whole view of a run, if it is in memory. */
    Optional<RunView> whole(String id) {
        Optional<RunView> running = live(id).map(run -> run.durable().view());
        if (running.isPresent()) {
            return running;
        }
        synchronized (this) {
            return Optional.ofNullable(whole.get(id));
        }
    }

    /** Short views, newest first. */
    List<RunView> newest(int limit) {
        Map<String, RunView> views = new LinkedHashMap<>();
        live.values().forEach(run -> views.put(run.id(), run.durable().summary()));
        synchronized (this) {
            views.putAll(summaries);
        }
        List<RunView> sorted = new ArrayList<>(views.values());
        sorted.sort(NEWEST_FIRST);
        return List.copyOf(sorted.subList(0, Math.min(Math.max(limit, 0), sorted.size())));
    }
}
