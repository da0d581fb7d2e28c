package org.auleos.tools.log.internal.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the head of every line of one log in the formats its sample shows. Confined to one thread. */
final class Recogniser {

    private static final int SMALL = 20;
    private static final int LESSON = 200;
    private static final int MOST_FORMATS = 8;

    private final Atoms atoms = new Atoms();
    private final StampResolver resolver;
    private final Format stamped;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();
    private long missed;

    /** From how many missed lines on the next ones are kept to learn from; lessons grow rarer. */
    private long nextLesson;

    Recogniser(ZoneId zone, Instant modified) {
        resolver = new StampResolver(zone, modified);
        stamped = Layout.stamped(atoms, resolver);
    }

    /** A format and how many lines were written in it. */
    private static final class Entry {
        final Format format;
        long lines;

        Entry(Format format) {
            this.format = format;
        }
    }

    /** Learns the formats from lines of the log; may be called again with lines that no format fits. */
    void learn(List<String> sample) {
        List<String> rest = new ArrayList<>(sample);
        if (entries.isEmpty()) {
            addKnown(rest, sample.size());
        }
        for (Layout layout : new Induction(new Atoms(), resolver.fresh()).learn(rest)) {
            entries.add(new Entry(layout.with(atoms, resolver)));
        }
        entries.sort(
                Comparator.comparingInt((Entry entry) -> entry.format.parts()).reversed());
    }

    private void addKnown(List<String> rest, int sampled) {
        StampResolver trial = resolver.fresh();
        for (Format format : known(trial)) {
            int before = rest.size();
            Head head = new Head();
            List<String> others = new ArrayList<>(rest);
            others.removeIf(line -> reads(format, line, head));
            if (before - others.size() >= (sampled < SMALL ? 1 : sampled / SMALL)) {
                rest.clear();
                rest.addAll(others);
                known(resolver).stream()
                        .filter(f -> f.name().equals(format.name()))
                        .forEach(f -> entries.add(new Entry(f)));
            }
        }
    }

    private static boolean reads(Format format, String line, Head head) {
        head.clear();
        return format.read(line, head) && head.complete;
    }

    private static List<Format> known(StampResolver resolver) {
        return List.of(
                new JsonLine(resolver),
                new AccessLog(resolver),
                new Syslog5424(resolver),
                new LetterLog(resolver),
                new AuditLine(resolver),
                new Logfmt(resolver));
    }

    /** Reads the head of a line; false when it has none, and then the whole line is the message. */
    boolean read(String line, Head head) {
        Format partial = null;
        for (Entry entry : entries) {
            head.clear();
            if (entry.format.read(line, head)) {
                if (head.complete) {
                    entry.lines++;
                    return true;
                }
                partial = partial == null ? entry.format : partial;
            }
        }
        head.clear();
        if ((partial == null ? stamped : partial).read(line, head)) {
            return true;
        }
        head.clear();
        head.message = line;
        return false;
    }

    /** Tells that a line without a head continues nothing: when such lines pile up, their own format is learned. */
    void missed(String line) {
        missed++;
        if (missed < nextLesson || entries.size() >= MOST_FORMATS) {
            return;
        }
        misses.add(line);
        if (misses.size() >= LESSON) {
            learn(new ArrayList<>(misses));
            misses.clear();
            nextLesson = missed + missed / 4;
        }
    }

    /** Returns what unwraps the lines of this log, or null when a sample shows that they are not wrapped. */
    @Nullable
    Envelope envelope(List<String> sample) {
        return Envelope.isIn(sample, resolver.fresh()) ? new Envelope(resolver.fresh()) : null;
    }

    /** Returns a reader of the blocks of this log. */
    Blocks blocks() {
        return new Blocks(resolver);
    }

    /** Returns the name of the format most lines are written in. */
    String formatName() {
        return entries.stream()
                .max(Comparator.comparingLong(e -> e.lines))
                .map(e -> e.format.name())
                .orElse("plain text");
    }
}
