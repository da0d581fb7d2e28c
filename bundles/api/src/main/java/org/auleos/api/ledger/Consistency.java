package org.auleos.api.ledger;

import java.util.List;

/**
 * A proof that a ledger only grew between two sizes (RFC 9162, section 2.1.4).
 *
 * @param from the smaller number of records
 * @param fromRoot its root
 * @param path the hashes
 * @param checkpoint signed, at the larger number
 */
public record Consistency(long from, byte[] fromRoot, List<byte[]> path, Checkpoint checkpoint) {
    public Consistency {
        path = List.copyOf(path);
    }
}
