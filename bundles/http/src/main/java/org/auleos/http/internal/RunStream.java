package org.auleos.http.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;

/**
 * The events of one run as Server-Sent Events: what is in the ledger after a sequence, then what comes, until the run is
 * over or the person has lost access. Written on the request's thread; the ledger's follower hands batches over through a
 * short queue, and waits when the client is slow, which holds nobody else up.
 */
final class RunStream implements Answer.Source {

    private static final int QUEUED_BATCHES = 8;
    private static final int HISTORY_CHUNK = 200;
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final String LAST = "run.finished";

    private final Runs runs;
    private final Ledger ledger;
    private final Users users;
    private final User reader;
    private final String run;
    private final BlockingQueue<List<Event>> queue = new ArrayBlockingQueue<>(QUEUED_BATCHES);
    private volatile boolean closed;
    private long sent;
    private boolean ended;

    RunStream(Runs runs, Ledger ledger, Users users, User reader, String run, long after) {
        this.runs = runs;
        this.ledger = ledger;
        this.users = users;
        this.reader = reader;
        this.run = run;
        this.sent = after;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException, InterruptedException {
        SseWriter writer = new SseWriter(out);
        writer.retryAfter(1000);
        long head = ledger.head().sequence();
        history(head, writer);
        sent = Math.max(sent, head);
        if (over()) {
            return;
        }
        Ledger.Subscription live = ledger.follow("sse " + run, head + 1, this::offer);
        try {
            follow(writer);
        } finally {
            closed = true;
            live.close();
        }
    }

    private void history(long head, SseWriter writer) throws IOException {
        long from = sent + 1;
        while (from <= head) {
            List<Event> chunk = new ArrayList<>();
            ledger.read(new Query(from, head, run, "", "", HISTORY_CHUNK), chunk::add);
            write(chunk, writer);
            from = chunk.size() < HISTORY_CHUNK ? head + 1 : sent + 1;
        }
    }

    private void follow(SseWriter writer) throws IOException, InterruptedException {
        while (stillAllowed()) {
            List<Event> batch = queue.poll(BEAT.toSeconds(), TimeUnit.SECONDS);
            if (batch == null) {
                writer.keepAlive();
            } else {
                List<Event> all = new ArrayList<>(batch);
                List<List<Event>> more = new ArrayList<>();
                queue.drainTo(more);
                more.forEach(all::addAll);
                write(all, writer);
            }
            if (ended) {
                runs.await(run, BEAT);
            }
            if (over()) {
                return;
            }
        }
    }

    /** On the follower's thread. */
    private void offer(List<Event> events) {
        List<Event> mine = events.stream()
                .filter(event -> event.provenance().run().equals(run))
                .toList();
        try {
            boolean taken = mine.isEmpty();
            while (!taken && !closed) {
                taken = queue.offer(mine, 1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Event> events, SseWriter writer) throws IOException {
        for (Event event : events) {
            writer.event(event);
            sent = event.sequence();
            ended = event.type().equals(LAST);
        }
        writer.flush();
    }

    private boolean stillAllowed() {
        return users.byName(reader.name())
                .filter(user -> Access.VIEWER.allows(user.role()))
                .isPresent();
    }

    /**
     * Once the run is over and its newest event was sent. Its state may come a moment after its last event, and whoever reads the
     * stream to its end asks for the result next.
     */
    private boolean over() {
        RunView view = runs.run(run).orElse(null);
        return view == null || (view.state().over() && view.sequence() <= sent);
    }
}
