package org.auleos.api.ledger;

import java.util.List;

/**
 * A proof that a record is in the ledger that a checkpoint is about (RFC 9162, section 2.1.3).
 *
 * @param sequence of the record; its place in the tree is one less
 * @param hash its chain hash
 * @param path hashes from the leaf's neighbour up
 * @param checkpoint the signed root
 */
public record Inclusion(long sequence, byte[] hash, List<byte[]> path, Checkpoint checkpoint) {
    public Inclusion {
        path = List.copyOf(path);
    }
}
