package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.api.store.Store;
import org.auleos.api.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which events belong to a run, kept in the store: one row a run and flush with the sequences, and one row that says up
 * to where the index goes and which record stood there. Fed by one follower; queries are thread-safe beside it. An
 * index of another journal, or a damaged one, is built anew.
 */
final class StoredIndex implements EventIndex, Ledger.Follower {

    private static final Logger log = LoggerFactory.getLogger(StoredIndex.class);
    private static final String RUNS = "ledger.runs";
    private static final String STATE = "ledger.index";
    private static final byte[] POSITION = "position".getBytes(UTF_8);
    private static final int FLUSH_EVENTS = 1024;

    private final Store store;
    private final Map<String, LongStream.Builder> pending = new LinkedHashMap<>();
    private int pendingEvents;

    /** The sequence up to which the store has the index; queries beyond it are scanned. */
    private volatile long flushed;

    private volatile boolean broken;

    /**
     * Opens the index, or clears one that does not belong to this ledger.
     *
     * @param ledger asked for the record at which the index says it stands
     */
    StoredIndex(Store store, Ledger ledger) {
        this.store = store;
        this.flushed = position(ledger);
    }

    /** The first sequence the index has to be fed with. */
    long next() {
        return flushed + 1;
    }

    private long position(Ledger ledger) {
        Optional<ByteBuffer> position =
                store.read(reading -> reading.get(STATE, POSITION)).map(ByteBuffer::wrap);
        if (position.isPresent()) {
            long sequence = position.get().getLong();
            byte[] hash = new byte[Hashes.BYTES];
            position.get().get(hash);
            if (stands(ledger, sequence, hash)) {
                return sequence;
            }
        }
        clear();
        return 0;
    }

    private static boolean stands(Ledger ledger, long sequence, byte[] hash) {
        boolean[] same = new boolean[1];
        if (sequence <= ledger.head().sequence()) {
            ledger.read(one(sequence), event -> same[0] = Arrays.equals(event.hash(), hash));
        }
        return same[0];
    }

    private static Query one(long sequence) {
        return new Query(sequence, sequence, "", "", "", 1);
    }

    private void clear() {
        store.write(writing -> {
            writing.clear(RUNS);
            writing.clear(STATE);
            return true;
        });
    }

    /** On the follower's thread. Waits for some events, because a transaction costs more than a row. */
    @Override
    public void on(List<Event> events) {
        for (Event event : events) {
            String run = event.provenance().run();
            if (!run.isEmpty()) {
                pending.computeIfAbsent(run, name -> LongStream.builder()).add(event.sequence());
            }
        }
        pendingEvents += events.size();
        if (pendingEvents >= FLUSH_EVENTS) {
            flush(events.get(events.size() - 1));
        }
    }

    private void flush(Event last) {
        store.write(writing -> {
            if (broken) {
                return false;
            }
            pending.forEach((run, builder) -> {
                long[] sequences = builder.build().toArray();
                writing.put(RUNS, key(run, sequences[0]), bytes(sequences));
            });
            ByteBuffer position = ByteBuffer.allocate(Long.BYTES + Hashes.BYTES);
            writing.put(
                    STATE,
                    POSITION,
                    position.putLong(last.sequence()).put(last.hash()).array());
            return true;
        });
        pending.clear();
        pendingEvents = 0;
        flushed = last.sequence();
    }

    @Override
    public Found run(String run, long from, long to) {
        long covered = flushed;
        if (broken || covered < from) {
            return EventIndex.NONE.run(run, from, to);
        }
        try {
            return new Found(sequences(run, from, Math.min(to, covered)), covered);
        } catch (StoreException e) {
            giveUp(e);
            return EventIndex.NONE.run(run, from, to);
        }
    }

    /** Nothing is added any more, so that what was cleared cannot pass for an index. */
    private void giveUp(StoreException damage) {
        log.warn("The index of runs is damaged; it is not used any more, and built anew at the next start", damage);
        broken = true;
        clear();
    }

    private long[] sequences(String run, long from, long to) {
        LongStream.Builder found = LongStream.builder();
        store.read(reading -> {
            reading.scan(RUNS, prefix(run), new byte[0], (key, value) -> {
                ByteBuffer sequences = ByteBuffer.wrap(value);
                while (sequences.hasRemaining()) {
                    long sequence = sequences.getLong();
                    if (sequence >= from && sequence <= to) {
                        found.add(sequence);
                    }
                }
                return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES) <= to;
            });
            return true;
        });
        return found.build().toArray();
    }

    /** The length stands first, so that no run's rows stand among another's. */
    private static byte[] prefix(String run) {
        byte[] name = run.getBytes(UTF_8);
        return ByteBuffer.allocate(Short.BYTES + name.length)
                .putShort((short) name.length)
                .put(name)
                .array();
    }

    private static byte[] key(String run, long first) {
        byte[] prefix = prefix(run);
        return ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(first)
                .array();
    }

    private static byte[] bytes(long[] sequences) {
        ByteBuffer bytes = ByteBuffer.allocate(sequences.length * Long.BYTES);
        for (long sequence : sequences) {
            bytes.putLong(sequence);
        }
        return bytes.array();
    }
}
