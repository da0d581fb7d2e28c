package org.auleos.bench.steps;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.auleos.api.ledger.Journal;

/** Counts what passes to a journal. */
final class CountingJournal implements Journal {

    private final Journal journal;
    private final LongAdder bytes = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder syncs = new LongAdder();

    CountingJournal(Journal journal) {
        this.journal = journal;
    }

    /** What has passed so far. */
    record Count(long bytes, long records, long syncs) {

        Count since(Count before) {
            return new Count(bytes - before.bytes, records - before.records, syncs - before.syncs);
        }
    }

    Count count() {
        return new Count(bytes.sum(), records.sum(), syncs.sum());
    }

    @Override
    public long last() {
        return journal.last();
    }

    @Override
    public void write(List<ByteBuffer> batch) throws IOException {
        batch.forEach(record -> bytes.add(record.remaining()));
        records.add(batch.size());
        journal.write(batch);
    }

    @Override
    public void sync() throws IOException {
        syncs.increment();
        journal.sync();
    }

    @Override
    public void read(long from, Reader reader) throws IOException {
        journal.read(from, reader);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
