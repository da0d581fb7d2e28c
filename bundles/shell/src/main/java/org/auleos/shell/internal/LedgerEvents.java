package org.auleos.shell.internal;

import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;

/** Lists events. */
@Service
@Command(scope = "ledger", name = "events", description = "List events.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class LedgerEvents extends Base {

    private static final int SHOWN_CHARACTERS = 160;

    @Reference
    private Ledger ledger;

    @Option(name = "-f", aliases = "--from", description = "from this sequence on; the last 50 unless said")
    private long from;

    @Option(name = "-r", aliases = "--run", description = "of this run only")
    @Completion(RunCompleter.class)
    private String run = "";

    @Option(name = "-t", aliases = "--type", description = "of this type, or beginning with it")
    private String type = "";

    @Option(name = "-x", aliases = "--text", description = "containing this text")
    private String text = "";

    @Option(name = "-n", aliases = "--limit", description = "at most so many")
    private int limit = 50;

    @Override
    void run() {
        ShellTable table = table("Event", "Time", "Type", "Actor", "Run", "Unit", "What");
        boolean filtered = !run.isEmpty() || !type.isEmpty() || !text.isEmpty();
        long first = from > 0 ? from : filtered ? 1 : Math.max(1, ledger.head().sequence() - limit + 1);
        Query query = new Query(first, Long.MAX_VALUE, run, type, text, Math.max(1, limit));
        ledger.read(
                query,
                event -> row(
                        table,
                        event.sequence(),
                        Shown.time(event.time()),
                        event.type(),
                        event.provenance().actor(),
                        event.provenance().run(),
                        event.provenance().unit(),
                        gist(event)));
        table.print(out());
    }

    private static String gist(Event event) {
        String shown = event.why().isEmpty() ? new String(event.payload(), StandardCharsets.UTF_8) : event.why();
        return Shown.cut(shown, SHOWN_CHARACTERS);
    }
}
