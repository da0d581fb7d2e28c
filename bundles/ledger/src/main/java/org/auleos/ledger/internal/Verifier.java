package org.auleos.ledger.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Verification;
import org.auleos.ledger.internal.RecordReader.BadRecord;
import org.auleos.ledger.internal.journal.DamageException;
import org.jspecify.annotations.Nullable;

/** Recomputes payload hashes, chain hashes and links of a row of records. For one check, on one thread. */
final class Verifier implements Journal.Reader {

    private final RecordReader reader = new RecordReader();
    private final Hashes hashes = new Hashes();
    private final long from;
    private final long to;
    private byte @Nullable [] previous;
    private Instant time = Instant.MIN;
    private long checked;
    private long bad;
    private String problem = "";

    private Verifier(long from, long to) {
        this.from = from;
        this.to = to;
        this.previous = from == 1 ? new byte[Hashes.BYTES] : null;
    }

    /** Checks a range, ends included; the record before it is read for its hash. */
    static Verification verify(Journal journal, long from, long to) {
        Verifier verifier = new Verifier(from, to);
        if (from > to) {
            return verifier.result();
        }
        try {
            journal.read(Math.max(1, from - 1), verifier);
        } catch (DamageException e) {
            verifier.blame(e.sequence(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new LedgerException(Code.FAILED, "the ledger cannot be read: " + e.getMessage(), e);
        }
        return verifier.result();
    }

    private Verification result() {
        return new Verification(bad == 0, checked, bad, problem);
    }

    @Override
    public boolean on(long sequence, ByteBuffer bytes) {
        try {
            if (sequence >= from) {
                checked++;
                check(sequence, bytes);
            }
            Event event = reader.read(bytes);
            previous = event.hash();
            time = event.time();
        } catch (BadRecord e) {
            blame(sequence, String.valueOf(e.getMessage()));
        }
        return bad == 0 && sequence < to;
    }

    private void check(long sequence, ByteBuffer bytes) throws BadRecord {
        Event event = reader.read(bytes);
        int start = bytes.position();
        ByteBuffer header = bytes.duplicate().limit(start + RecordReader.headerBytes(bytes));
        require(event.sequence() == sequence, "it says it is record " + event.sequence());
        require(Arrays.equals(event.previous(), previous), "it does not follow its predecessor");
        require(!event.time().isBefore(time), "it is earlier than its predecessor");
        require(
                Arrays.equals(event.payloadHash(), hashes.of(event.payload(), 0, event.payload().length)),
                "its payload does not match its hash");
        require(Arrays.equals(event.hash(), hashes.of(header)), "its header does not match its chain hash");
    }

    private static void require(boolean holds, String otherwise) throws BadRecord {
        if (!holds) {
            throw new BadRecord(otherwise);
        }
    }

    private void blame(long sequence, String what) {
        bad = sequence;
        problem = what;
    }
}
