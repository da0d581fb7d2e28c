package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Verification;

/** Checks the chain of the ledger. */
@Service
@Command(scope = "ledger", name = "verify", description = "Recompute every hash of the chain.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerVerify extends Base {

    @Reference
    private Ledger ledger;

    @Override
    void run() {
        Verification found = ledger.verify(1, Long.MAX_VALUE);
        if (!found.intact()) {
            throw new IllegalStateException("damaged at #" + found.badSequence() + ": " + found.problem());
        }
        say("intact: " + found.checked() + " records checked");
    }
}
