package org.auleos.ledger.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.ledger.internal.RecordReader.BadRecord;
import org.auleos.ledger.internal.journal.DamageException;

/** The events of a journal. Thread-safe. */
final class EventSource {

    private final Journal journal;

    EventSource(Journal journal) {
        this.journal = journal;
    }

    /**
     * Reads events in order.
     *
     * @param consumer false ends the reading
     * @throws LedgerException {@code DAMAGED} naming the first bad record
     */
    void read(long from, long to, Predicate<Event> consumer) {
        if (from > to) {
            return;
        }
        RecordReader reader = new RecordReader();
        try {
            journal.read(from, (sequence, record) -> {
                Event event = decode(reader, sequence, record);
                return consumer.test(event) && sequence < to;
            });
        } catch (DamageException e) {
            throw new LedgerException(Code.DAMAGED, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new LedgerException(Code.FAILED, "the ledger cannot be read: " + e.getMessage(), e);
        }
    }

    private static Event decode(RecordReader reader, long sequence, ByteBuffer record) {
        try {
            Event event = reader.read(record);
            if (event.sequence() == sequence) {
                return event;
            }
            throw damaged(sequence, "it says it is record " + event.sequence());
        } catch (BadRecord e) {
            throw damaged(sequence, String.valueOf(e.getMessage()));
        }
    }

    private static LedgerException damaged(long sequence, String problem) {
        return new LedgerException(
                Code.DAMAGED, "record " + sequence + " of the ledger is damaged: " + problem + "; restore a backup");
    }
}
