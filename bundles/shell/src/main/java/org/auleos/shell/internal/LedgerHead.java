package org.auleos.shell.internal;

import java.util.HexFormat;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;

/** Shows the head of the ledger. */
@Service
@Command(scope = "ledger", name = "head", description = "Show the newest durable record and its hash.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerHead extends Base {

    @Reference
    private Ledger ledger;

    @Override
    void run() {
        Head head = ledger.head();
        say("#" + head.sequence() + " of " + head.node() + ", epoch " + head.epoch() + "  "
                + HexFormat.of().formatHex(head.hash()));
    }
}
