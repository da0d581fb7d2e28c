package org.auleos.itests.recovery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.ledger.internal.ChainedLedger;

/** What a disk tells about its runs, a line an event, for messages of failed tests. */
final class History {

    private static final int SHOWN = 240;
    private static final Set<String> NOISE =
            Set.of("agent.thought", "tool.appeared", "run.unit.started", "run.undo.step");

    private History() {}

    static String of(List<byte[]> disk) throws InterruptedException {
        MortalJournal journal = new MortalJournal(disk, new SplittableRandom(1), Integer.MAX_VALUE);
        OwnThreads threads = new OwnThreads();
        try (ChainedLedger ledger = new ChainedLedger(journal, "n1", 1, threads, Clock.systemUTC())) {
            return of(ledger);
        } finally {
            threads.end();
        }
    }

    static String of(Ledger ledger) {
        StringJoiner lines = new StringJoiner("\n", "\n", "\n");
        ledger.read(Query.from(1), event -> {
            if (!NOISE.contains(event.type())) {
                lines.add(line(event));
            }
        });
        return lines.toString();
    }

    private static String line(Event event) {
        String payload = new String(event.payload(), StandardCharsets.UTF_8);
        return event.sequence() + " " + event.type() + " " + event.provenance().unit() + " <- "
                + event.provenance().cause() + " "
                + payload.substring(0, Math.min(SHOWN, payload.length()));
    }
}
