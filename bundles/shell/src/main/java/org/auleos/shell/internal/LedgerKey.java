package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.ledger.Ledger;

/** Prints what verifies checkpoints. */
@Service
@Command(scope = "ledger", name = "key", description = "Print the public key that verifies checkpoints.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerKey extends Base {

    @Reference
    private Ledger ledger;

    @Override
    void run() {
        say(ledger.evidence().publicKey());
    }
}
