package org.auleos.ledger.internal.proof;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.Verification;

/** Compares a journal with checkpoints, computing the tree anew. For one comparison, on one thread. */
final class Comparison {

    private final Journal journal;
    private final Signer signer;
    private final List<Checkpoint> kept;
    private final Frontier frontier = new Frontier(new TreeHashes(), 0, List.of());
    private final byte[] link = new byte[TreeHashes.BYTES];
    private int next;
    private String problem = "";

    /** @param kept by size */
    Comparison(Journal journal, Signer signer, List<Checkpoint> kept) {
        this.journal = journal;
        this.signer = signer;
        this.kept = kept;
    }

    Verification result(long last) throws IOException {
        compare();
        if (next < kept.size() && problem.isEmpty()) {
            journal.read(1, (sequence, record) -> {
                record.get(record.limit() - TreeHashes.BYTES, link);
                frontier.add(link, hash -> {});
                compare();
                return problem.isEmpty() && next < kept.size() && sequence < last;
            });
        }
        if (problem.isEmpty() && next < kept.size()) {
            problem = "the journal ends at record " + last + ", " + described(kept.get(next));
        }
        return new Verification(
                problem.isEmpty(), next, problem.isEmpty() ? 0 : kept.get(next).size(), problem);
    }

    /** All checkpoints of the present size. */
    private void compare() {
        while (next < kept.size() && kept.get(next).size() == frontier.size()) {
            Checkpoint checkpoint = kept.get(next);
            if (!Arrays.equals(checkpoint.root(), frontier.root()) || !Arrays.equals(checkpoint.head(), link)) {
                problem = "the journal has another history: " + described(checkpoint);
                return;
            }
            next++;
        }
    }

    private String described(Checkpoint checkpoint) {
        return "a checkpoint of " + checkpoint.size() + " records was made at " + checkpoint.time()
                + (signer.signed(checkpoint) ? "" : ", but not signed by this ledger's key");
    }
}
