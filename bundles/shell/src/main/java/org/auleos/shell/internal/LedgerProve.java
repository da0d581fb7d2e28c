package org.auleos.shell.internal;

import java.util.HexFormat;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Consistency;
import org.auleos.api.ledger.Inclusion;
import org.auleos.api.ledger.Ledger;

/** Proves that a record is in the ledger, or that the ledger only grew. */
@Service
@Command(scope = "ledger", name = "prove", description = "Prove that a record is in, or that the ledger only grew.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerProve extends Base {

    @Reference
    private Ledger ledger;

    @Argument(
            name = "number",
            description = "the record; with --since, the number of records at that time",
            required = true)
    @Completion(LedgerCompleter.class)
    private long number;

    @Option(
            name = "-s",
            aliases = "--since",
            description = "prove that the ledger only grew since it had so many records")
    private boolean since;

    @Override
    void run() {
        if (since) {
            Consistency proof = ledger.evidence().consistency(number, 0);
            say("from    " + proof.from() + " records, root " + hex(proof.fromRoot()));
            show(proof.path(), proof.checkpoint());
        } else {
            Inclusion proof = ledger.evidence().inclusion(number);
            say("record  #" + proof.sequence() + "  " + hex(proof.hash()));
            show(proof.path(), proof.checkpoint());
        }
    }

    private static void show(List<byte[]> path, Checkpoint checkpoint) {
        path.forEach(hash -> say("with    " + hex(hash)));
        say("root    " + hex(checkpoint.root()));
        say("");
        checkpoint.note().lines().forEach(Base::say);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
