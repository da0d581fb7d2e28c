package org.auleos.api.ledger;

import java.time.Instant;

/**
 * What the node signed about its ledger at some moment (docs/design/010-checkpoints.md).
 *
 * @param origin which ledger it is about
 * @param size how many records, from the first one on
 * @param root of the Merkle tree over their chain hashes
 * @param epoch of the journal
 * @param head chain hash of the last of them, zeros for none
 * @param time when it was signed
 * @param note the signed text, for a person to copy or a witness to keep
 */
public record Checkpoint(String origin, long size, byte[] root, long epoch, byte[] head, Instant time, String note) {}
