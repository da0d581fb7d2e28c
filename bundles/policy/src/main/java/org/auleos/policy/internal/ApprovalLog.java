package org.auleos.policy.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.policy.ApprovalEvent;
import org.auleos.json.Family;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes approvals into the ledger and folds them back. Stateless. */
final class ApprovalLog {

    private static final Logger log = LoggerFactory.getLogger(ApprovalLog.class);

    private static final Family<ApprovalEvent> EVENTS = Family.of(ApprovalEvent.class);
    private static final Duration DISK = Duration.ofSeconds(30);

    private final Ledger ledger;

    ApprovalLog(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Queues an event. Throws {@code LedgerException} when nothing was taken. */
    Receipt queue(ApprovalEvent event, Provenance by, String why) {
        return ledger.append(new Draft(EVENTS.name(event), EVENTS.version(event), by, why, EVENTS.write(event)));
    }

    /** Returns the sequence once the disk has it. */
    static long durable(Receipt receipt) throws InterruptedException {
        return receipt.await(DISK);
    }

    /** Queues an event that takes something away, which holds even when the ledger does not take it. */
    void note(ApprovalEvent event, Provenance by, String why) {
        try {
            var unused = queue(event, by, why);
        } catch (LedgerException e) {
            log.warn("{} could not be recorded", event, e);
        }
    }

    /** Fills a book with everything recorded so far; the consumer is told the time of each event. */
    void fold(ApprovalBook book, Consumer<Instant> times) {
        ledger.read(new Query(1, Long.MAX_VALUE, "", "approval.", "", Integer.MAX_VALUE), event -> {
            times.accept(event.time());
            EVENTS.read(event.type(), event.version(), event.payload()).ifPresent(fact -> {
                if (fact instanceof ApprovalEvent.Requested question) {
                    book.on(question, event.provenance(), event.sequence(), event.time(), event.why());
                } else {
                    book.on(fact);
                }
            });
        });
    }
}
