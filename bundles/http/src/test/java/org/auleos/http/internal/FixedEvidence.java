package org.auleos.http.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Consistency;
import org.auleos.api.ledger.Evidence;
import org.auleos.api.ledger.Inclusion;
import org.auleos.api.ledger.Verification;

/** Proofs whose bytes tell what was asked for. */
final class FixedEvidence implements Evidence {

    private static final byte[] HASH = new byte[32];

    @Override
    public Checkpoint checkpoint() {
        return new Checkpoint("auleos/test", 3, HASH, 1, HASH, Instant.EPOCH, "auleos/test\n3\n");
    }

    @Override
    public String publicKey() {
        return "auleos/test+00000000+AQ==";
    }

    @Override
    public Inclusion inclusion(long sequence) {
        return new Inclusion(sequence, HASH, List.of(HASH), checkpoint());
    }

    @Override
    public Consistency consistency(long from, long to) {
        return new Consistency(from, HASH, List.of(HASH, HASH), checkpoint());
    }

    @Override
    public Verification compare(String notes) {
        if (notes.equals("nonsense")) {
            throw new IllegalArgumentException("no checkpoint found");
        }
        return new Verification(true, notes.length(), 0, "");
    }

    @Override
    public void export(long from, long to, OutputStream out) throws IOException {
        out.write(("records " + from + " to " + to).getBytes(StandardCharsets.UTF_8));
    }
}
