package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who can write the files, and makes every checksum of the journal right, is found out by the chain. */
class TamperTest {

    private static final int RECORDS = 10;

    private final TestThreads threads = new TestThreads();
    private final Rows rows = new Rows();

    @AfterEach
    void close() {
        threads.close();
    }

    /** A journal without any checks of its own. */
    private static final class Rows implements Journal {

        private final List<ByteBuffer> records = Collections.synchronizedList(new ArrayList<>());

        @Override
        public long last() {
            return records.size();
        }

        @Override
        public void write(List<ByteBuffer> more) {
            records.addAll(more);
        }

        @Override
        public void sync() {
            // There is no disk.
        }

        @Override
        public void read(long from, Reader reader) throws IOException {
            for (long sequence = from; sequence <= records.size(); sequence++) {
                if (!reader.on(sequence, records.get((int) sequence - 1).duplicate())) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private ChainedLedger ledger() throws InterruptedException {
        var ledger = new ChainedLedger(rows, "n1", 1, threads, Clock.systemUTC());
        for (int i = 1; i <= RECORDS; i++) {
            ledger.append(LedgerContract.draft("t", "r", "{\"n\":" + i + "}")).await(LedgerContract.LIMIT);
        }
        return ledger;
    }

    private static int payloadAt(ByteBuffer record) {
        return record.getInt(Hashes.BYTES + Integer.BYTES);
    }

    @Test
    void everyChangedByteIsFoundAndItsRecordNamed() throws Exception {
        ChainedLedger ledger = ledger();
        ByteBuffer victim = rows.records.get(4);
        for (int at = 0; at < victim.limit(); at++) {
            victim.put(at, (byte) (victim.get(at) ^ 1));

            Verification found = ledger.verify(1, RECORDS);

            assertThat(found.intact()).as("byte %d", at).isFalse();
            assertThat(found.badSequence()).as("byte %d", at).isBetween(5L, 6L);
            assertThat(found.problem()).isNotEmpty();
            victim.put(at, (byte) (victim.get(at) ^ 1));
        }
        assertThat(ledger.verify(1, RECORDS).intact()).isTrue();
    }

    @Test
    void removedSwappedAndInsertedRecordsAreFound() throws Exception {
        ChainedLedger ledger = ledger();
        List<ByteBuffer> intact = List.copyOf(rows.records);

        rows.records.remove(4);
        assertThat(ledger.verify(1, RECORDS).badSequence()).isEqualTo(5);
        rows.records.clear();
        rows.records.addAll(intact);
        Collections.swap(rows.records, 4, 5);
        assertThat(ledger.verify(1, RECORDS).badSequence()).isEqualTo(5);
        rows.records.clear();
        rows.records.addAll(intact);
        rows.records.add(4, intact.get(3));
        assertThat(ledger.verify(1, RECORDS).badSequence()).isEqualTo(5);
    }

    @Test
    void aRecordHashedAnewBreaksTheChainAtItsSuccessor() throws Exception {
        ChainedLedger ledger = ledger();
        ByteBuffer victim = rows.records.get(4);
        int payloadAt = payloadAt(victim);
        victim.put(payloadAt + 5, (byte) '9');
        Hashes hashes = new Hashes();
        int payloadBytes = victim.limit() - payloadAt - Hashes.BYTES;
        victim.put(80, hashes.of(victim.slice(payloadAt, payloadBytes)));
        victim.put(victim.limit() - Hashes.BYTES, hashes.of(victim.slice(0, payloadAt)));

        assertThat(ledger.verify(5, 5).intact()).isTrue();
        assertThat(ledger.verify(1, RECORDS))
                .isEqualTo(new Verification(false, 6, 6, "it does not follow its predecessor"));
    }

    @Test
    void aRecordOfALaterFormatIsRefusedNotMisread() throws Exception {
        ChainedLedger ledger = ledger();
        rows.records.get(4).putShort(Hashes.BYTES, (short) 2);

        assertThatThrownBy(() -> LedgerContract.events(ledger, Query.from(1)))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.code()).isEqualTo(Code.DAMAGED))
                .hasMessageContaining("record 5")
                .hasMessageContaining("format is 2");
        assertThat(LedgerContract.events(ledger, new Query(6, 7, "", "", "", 9)))
                .hasSize(2);
    }

    @Test
    void whereEveryFieldStandsIsWhatTheDocumentSays() throws Exception {
        ledger();
        ByteBuffer record = rows.records.get(1);

        assertThat(record.slice(0, 32))
                .isEqualTo(rows.records.get(0).slice(rows.records.get(0).limit() - 32, 32));
        assertThat(record.getShort(32)).isEqualTo((short) 1);
        assertThat(record.getLong(40)).isEqualTo(2);
        assertThat(Instant.ofEpochSecond(record.getLong(48))).isAfter("2020-01-01T00:00:00Z");
        assertThat(record.getInt(60)).isEqualTo(1);
        assertThat(record.getLong(64)).isEqualTo(1);
        assertThat(record.getLong(72)).isZero();
        byte[] payload = "{\"n\":2}".getBytes(UTF_8);
        assertThat(record.slice(80, 32)).isEqualTo(ByteBuffer.wrap(new Hashes().of(payload, 0, payload.length)));
        assertThat(record.getShort(112)).isEqualTo((short) 2);
        assertThat(record.slice(payloadAt(record), payload.length)).isEqualTo(ByteBuffer.wrap(payload));
    }
}
