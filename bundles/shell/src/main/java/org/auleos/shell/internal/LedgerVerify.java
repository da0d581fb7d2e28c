package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Verification;

/** Checks the chain of the ledger, and the whole of it against the checkpoints of home and witness. */
@Service
@Command(
        scope = "ledger",
        name = "verify",
        description = "Recompute every hash and compare with the signed checkpoints of home and witness.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerVerify extends Base {

    @Reference
    private Ledger ledger;

    @Option(name = "-f", aliases = "--from", description = "from this record on")
    @Completion(LedgerCompleter.class)
    private long from = 1;

    @Option(name = "-t", aliases = "--to", description = "up to this record; all unless said")
    @Completion(LedgerCompleter.class)
    private long to;

    @Override
    void run() {
        Verification found = ledger.verify(from, to == 0 ? Long.MAX_VALUE : to);
        if (!found.intact()) {
            throw new IllegalStateException("damaged at #" + found.badSequence() + ": " + found.problem());
        }
        String compared = "";
        if (from <= 1 && to == 0) {
            Verification signed = ledger.evidence().compare("");
            if (!signed.intact()) {
                throw new IllegalStateException("not what was signed: " + signed.problem());
            }
            compared = ", " + signed.checked() + " checkpoints compared";
        }
        say("intact: " + found.checked() + " records checked" + compared);
    }
}
