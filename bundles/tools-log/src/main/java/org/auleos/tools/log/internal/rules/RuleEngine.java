package org.auleos.tools.log.internal.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.record.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Matches every record against every rule in one pass and keeps what the findings need, in bounded space. An ordinary record costs one
 * walk of the automaton over its text. Confined to one thread.
 */
public final class RuleEngine {

    private final List<RuleTracker> trackers;
    private final Lane texts;
    private final Lane accesses;
    private final Hits textHits;
    private final Hits accessHits;
    private final long[] countedIn;
    private final List<Candidate> generic = new ArrayList<>();
    private String path = "";
    private long ordinal;
    private long round;
    private @Nullable Instant time;

    /** An engine that has seen nothing yet. */
    public RuleEngine(RuleBook book) {
        this.trackers = book.rules().stream().map(RuleTracker::new).toList();
        this.texts = book.texts();
        this.accesses = book.accesses();
        this.textHits = texts.newHits();
        this.accessHits = accesses.newHits();
        this.countedIn = new long[trackers.size()];
    }

    /** Takes the next record; records of one file come in file order, files of one log oldest first. */
    public Verdict accept(LogRecord record) {
        advance(record);
        Subject subject = new Subject(record);
        boolean explained = subject.isAccess() && explained(subject, accesses, accessHits);
        if (subject.isText() && explained(subject, texts, textHits)) {
            explained = true;
        }
        if (explained) {
            return Verdict.EXPLAINED;
        }
        return subject.isText() ? AlarmWords.judge(record, subject.head(), texts, textHits) : Verdict.ORDINARY;
    }

    private boolean explained(Subject subject, Lane lane, Hits hits) {
        hits.clear();
        generic.clear();
        subject.scan(lane, hits);
        boolean explained = byNeedle(subject, lane, hits);
        if (subject.isAccess()) {
            explained |= byField(subject, lane, hits);
        }
        return explained || generic(subject, hits);
    }

    private void advance(LogRecord record) {
        if (!path.equals(record.path())) {
            path = record.path();
            ordinal = 0;
            time = null;
        }
        ordinal++;
        round++;
        if (record.time() != null) {
            time = record.time();
        }
    }

    private boolean byNeedle(Subject subject, Lane lane, Hits hits) {
        boolean explained = false;
        for (int i = 0; i < hits.size(); i++) {
            for (Candidate candidate : lane.candidates(hits.needle(i))) {
                explained |= tried(candidate, subject, hits);
            }
        }
        return explained;
    }

    private boolean byField(Subject subject, Lane lane, Hits hits) {
        boolean explained = false;
        for (Map.Entry<String, List<Candidate>> entry : lane.byField().entrySet()) {
            String value = subject.record().fields().get(entry.getKey());
            if (value != null) {
                explained |= byValue(value, entry.getValue(), subject, hits);
            }
        }
        return explained;
    }

    private boolean byValue(String value, List<Candidate> candidates, Subject subject, Hits hits) {
        boolean explained = false;
        for (Candidate candidate : candidates) {
            boolean likely = candidate.clause().conditions().fields().get(0).accepts(value);
            explained |= likely && tried(candidate, subject, hits);
        }
        return explained;
    }

    private boolean tried(Candidate candidate, Subject subject, Hits hits) {
        if (trackers.get(candidate.rule()).rule().relations().generic()) {
            generic.add(candidate);
            return false;
        }
        return counted(candidate, subject, hits);
    }

    private boolean generic(Subject subject, Hits hits) {
        boolean explained = false;
        for (Candidate candidate : generic) {
            explained |= counted(candidate, subject, hits);
        }
        return explained;
    }

    private boolean counted(Candidate candidate, Subject subject, Hits hits) {
        if ((candidate.role() == Rule.Role.COUNT && countedIn[candidate.rule()] == round)
                || !candidate.holds(hits)
                || !subject.holds(candidate.clause().conditions())) {
            return false;
        }
        int position = candidate.position(hits);
        Optional<Map<String, String>> captures = captures(candidate, subject, position);
        captures.ifPresent(found -> count(candidate, subject, position, found));
        return captures.isPresent();
    }

    /** The captures of the clause, completed by those of the rule; empty when the clause's shape is not there. */
    private static Optional<Map<String, String>> captures(Candidate candidate, Subject subject, int position) {
        String text = subject.textAt(position);
        Shape shape = candidate.clause().shape();
        Optional<Map<String, String>> found =
                shape == null ? Optional.of(Map.of()) : shape.find(text).or(() -> subject.findBelow(shape));
        if (found.isEmpty() || candidate.match().captures().isEmpty()) {
            return found;
        }
        Map<String, String> all = new HashMap<>(found.get());
        for (Shape capture : candidate.match().captures()) {
            if (!all.keySet().containsAll(capture.names())) {
                capture.find(text)
                        .or(() -> capture.find(subject.record().detail()))
                        .ifPresent(values -> values.forEach(all::putIfAbsent));
            }
        }
        return Optional.of(all);
    }

    private void count(Candidate candidate, Subject subject, int position, Map<String, String> captures) {
        RuleTracker tracker = trackers.get(candidate.rule());
        Map<String, String> values = subject.values(captures, tracker.wanted());
        SeenLine line = subject.lineAt(position);
        switch (candidate.role()) {
            case WORSEN -> tracker.follow(values, line);
            case CLEAR -> tracker.clear(values);
            case COUNT -> {
                countedIn[candidate.rule()] = round;
                tracker.add(new Sighting(
                        time, ordinal, subject.weight(), subject.level(), values, line, subject.headlineOf(line)));
            }
        }
    }

    /** What the rules found so far. */
    public List<Finding> findings() {
        return RuleFindings.of(trackers);
    }
}
