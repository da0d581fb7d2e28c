package org.auleos.ledger.internal;

/** Knows which events belong to a run, up to some sequence; what follows has to be scanned. Thread-safe. */
interface EventIndex {

    /** Knows nothing. */
    EventIndex NONE = new EventIndex() {
        @Override
        public Found run(String run, long from, long to) {
            return new Found(new long[0], from - 1);
        }
    };

    /**
     * What the index knows.
     *
     * @param sequences of the run's events, ascending
     * @param upTo the last sequence the index covers; at least one before the first asked for
     */
    record Found(long[] sequences, long upTo) {}

    /** The events of a run in a range. */
    Found run(String run, long from, long to);
}
