package org.auleos.shell.internal;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.auleos.api.ledger.Ledger;

/** Completes numbers of the newest records. */
@Service
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerCompleter implements Completer {

    private static final int OFFERED = 20;

    @Reference
    private Ledger ledger;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        long newest = ledger.head().sequence();
        StringsCompleter strings = new StringsCompleter();
        LongStream.rangeClosed(Math.max(1, newest - OFFERED + 1), newest)
                .forEach(sequence -> strings.getStrings().add(String.valueOf(sequence)));
        return strings.complete(session, line, candidates);
    }
}
