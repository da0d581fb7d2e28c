package org.auleos.ledger.internal;

import java.time.Instant;

/**
 * The end of the chain, on which the next record is put.
 *
 * @param sequence of the last record, 0 for none
 * @param time of that record
 * @param hash its chain hash, zeros for none
 */
record Tip(long sequence, Instant time, byte[] hash) {

    static final Tip EMPTY = new Tip(0, Instant.EPOCH, new byte[Hashes.BYTES]);
}
