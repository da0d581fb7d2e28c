package org.auleos.itests.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.auleos.api.ledger.Journal;

/**
 * A disk in memory that stops after so many writes and syncs, as if the process had been killed there: what was not synced is
 * lost from some record on. Thread-safe by its monitor.
 */
final class MortalJournal implements Journal {

    private final List<byte[]> records;
    private final RandomGenerator random;
    private int synced;
    private int left;
    private boolean dead;

    /**
     * @param survived what the disk has
     * @param operations writes and syncs until the end
     */
    MortalJournal(List<byte[]> survived, RandomGenerator random, int operations) {
        this.records = new ArrayList<>(survived);
        this.synced = records.size();
        this.random = random;
        this.left = operations;
    }

    synchronized boolean dead() {
        return dead;
    }

    /** Kills the process now if it lives, and answers what the disk has. */
    synchronized List<byte[]> survivors() {
        die();
        return List.copyOf(records);
    }

    /** True when the announcement of an effect with that key is on the disk. */
    synchronized boolean announced(String key) {
        return records.subList(0, synced).stream()
                .map(record -> new String(record, StandardCharsets.ISO_8859_1))
                .anyMatch(record -> record.contains("tool.intended") && record.contains("\"" + key + "\""));
    }

    private void die() {
        if (!dead) {
            dead = true;
            int kept = synced + random.nextInt(records.size() - synced + 1);
            records.subList(kept, records.size()).clear();
        }
    }

    private void operation() throws IOException {
        if (left == 0) {
            die();
        }
        if (dead) {
            throw new IOException("killed");
        }
        left--;
    }

    @Override
    public synchronized long last() {
        return records.size();
    }

    @Override
    public synchronized void write(List<ByteBuffer> batch) throws IOException {
        operation();
        for (ByteBuffer record : batch) {
            byte[] bytes = new byte[record.remaining()];
            record.duplicate().get(bytes);
            records.add(bytes);
        }
    }

    @Override
    public synchronized void sync() throws IOException {
        operation();
        synced = records.size();
    }

    @Override
    public void read(long from, Reader reader) throws IOException {
        List<byte[]> all;
        synchronized (this) {
            all = List.copyOf(records);
        }
        boolean wanted = true;
        for (int i = (int) Math.max(1, from); wanted && i <= all.size(); i++) {
            wanted = reader.on(i, ByteBuffer.wrap(all.get(i - 1)));
        }
    }

    @Override
    public void close() {
        // there is nothing to give back
    }
}
