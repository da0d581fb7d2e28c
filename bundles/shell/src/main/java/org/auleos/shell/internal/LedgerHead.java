package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.ledger.Ledger;

/** Prints the newest checkpoint, for a person to keep. */
@Service
@Command(scope = "ledger", name = "head", description = "Print the newest signed checkpoint, to be kept elsewhere.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerHead extends Base {

    @Reference
    private Ledger ledger;

    @Override
    void run() {
        ledger.evidence().checkpoint().note().lines().forEach(Base::say);
    }
}
