package org.auleos.ledger.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.auleos.api.store.Store;
import org.auleos.api.store.StoreException;

/** A store in memory, which can be told to be damaged. Thread-safe. */
final class MemoryStore implements Store, Store.Writing {

    private final Map<String, NavigableMap<byte[], byte[]>> tables = new HashMap<>();
    private boolean damaged;

    synchronized void damage() {
        damaged = true;
    }

    @Override
    public synchronized <T> T read(Function<Reading, T> work) {
        return work.apply(this);
    }

    @Override
    public synchronized <T> T write(Function<Writing, T> work) {
        return work.apply(this);
    }

    private NavigableMap<byte[], byte[]> table(String name) {
        return tables.computeIfAbsent(name, made -> new TreeMap<>(Arrays::compareUnsigned));
    }

    @Override
    public Optional<byte[]> get(String table, byte[] key) {
        return Optional.ofNullable(table(table).get(key));
    }

    @Override
    public void scan(String table, byte[] prefix, byte[] from, Visitor visitor) {
        if (damaged) {
            throw new StoreException("a value is damaged");
        }
        byte[] start = Arrays.compareUnsigned(from, prefix) < 0 ? prefix : from;
        for (Map.Entry<byte[], byte[]> row : table(table).tailMap(start).entrySet()) {
            boolean matches = row.getKey().length >= prefix.length
                    && Arrays.equals(row.getKey(), 0, prefix.length, prefix, 0, prefix.length);
            if (!matches || !visitor.on(row.getKey(), row.getValue())) {
                return;
            }
        }
    }

    @Override
    public void put(String table, byte[] key, byte[] value) {
        table(table).put(key, value);
    }

    @Override
    public void delete(String table, byte[] key) {
        table(table).remove(key);
    }

    @Override
    public void clear(String table) {
        table(table).clear();
    }
}
