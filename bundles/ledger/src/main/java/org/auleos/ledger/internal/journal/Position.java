package org.auleos.ledger.internal.journal;

/**
 * Where a row of records ends.
 *
 * @param sequence of the last record, 0 for none
 * @param link the last 32 bytes of that record, its chain hash; zeros for none
 * @param segment first sequence of the segment it is in
 * @param offset of the first byte after it in that segment's file
 */
record Position(long sequence, byte[] link, long segment, long offset) {

    static final int LINK_BYTES = 32;
}
