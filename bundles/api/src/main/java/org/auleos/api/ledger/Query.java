package org.auleos.api.ledger;

/**
 * Which events to read, in order of sequence. An empty text matches everything.
 *
 * @param from first sequence, from 1
 * @param to last sequence; {@code Long.MAX_VALUE} for up to the head
 * @param run the run, or empty
 * @param type a type or the first part of one ({@code tool} matches {@code tool.called}), or empty
 * @param text a text the payload or the reason contains, or empty
 * @param limit most events delivered, at least 1
 */
public record Query(long from, long to, String run, String type, String text, int limit) {

    /** Everything from a sequence on. */
    public static Query from(long sequence) {
        return new Query(sequence, Long.MAX_VALUE, "", "", "", Integer.MAX_VALUE);
    }

    /** Everything of one run. */
    public static Query run(String run) {
        return new Query(1, Long.MAX_VALUE, run, "", "", Integer.MAX_VALUE);
    }
}
