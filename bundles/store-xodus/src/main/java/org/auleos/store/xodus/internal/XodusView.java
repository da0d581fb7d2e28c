package org.auleos.store.xodus.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jetbrains.exodus.ArrayByteIterable;
import jetbrains.exodus.ByteIterable;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Environment;
import jetbrains.exodus.env.StoreConfig;
import jetbrains.exodus.env.Transaction;
import org.auleos.api.store.Store;
import org.auleos.api.store.StoreException;
import org.jspecify.annotations.Nullable;

/** One transaction. Confined to its thread; not to be used after the transaction. */
final class XodusView implements Store.Writing {

    private final Environment environment;
    private final Transaction transaction;
    private final Map<String, jetbrains.exodus.env.Store> tables = new HashMap<>();

    XodusView(Environment environment, Transaction transaction) {
        this.environment = environment;
        this.transaction = transaction;
    }

    @Override
    public Optional<byte[]> get(String table, byte[] key) {
        byte[] sealed = guarded(table, () -> {
                    jetbrains.exodus.env.Store store = existing(table);
                    ByteIterable found = store == null ? null : store.get(transaction, new ArrayByteIterable(key));
                    return found == null ? Optional.<byte[]>empty() : Optional.of(bytes(found));
                })
                .orElse(null);
        return sealed == null ? Optional.empty() : Optional.of(Seal.open(table, key, sealed));
    }

    @Override
    public void scan(String table, byte[] prefix, byte[] from, Store.Visitor visitor) {
        jetbrains.exodus.env.Store store =
                guarded(table, () -> Optional.ofNullable(existing(table))).orElse(null);
        if (store == null) {
            return;
        }
        byte[] start = Arrays.compareUnsigned(from, prefix) < 0 ? prefix : from;
        try (Cursor cursor = guarded(table, () -> store.openCursor(transaction))) {
            boolean found = guarded(table, () -> cursor.getSearchKeyRange(new ArrayByteIterable(start)) != null);
            while (found) {
                byte[] key = guarded(table, () -> bytes(cursor.getKey()));
                if (!startsWith(key, prefix)) {
                    return;
                }
                byte[] sealed = guarded(table, () -> bytes(cursor.getValue()));
                found = visitor.on(key, Seal.open(table, key, sealed)) && guarded(table, cursor::getNext);
            }
        }
    }

    @Override
    public void put(String table, byte[] key, byte[] value) {
        byte[] sealed = Seal.put(table, key, value);
        guarded(
                table,
                () -> made(table).put(transaction, new ArrayByteIterable(key.clone()), new ArrayByteIterable(sealed)));
    }

    @Override
    public void delete(String table, byte[] key) {
        guarded(table, () -> {
            jetbrains.exodus.env.Store store = existing(table);
            return store != null && store.delete(transaction, new ArrayByteIterable(key));
        });
    }

    @Override
    public void clear(String table) {
        guarded(table, () -> {
            boolean exists = existing(table) != null;
            if (exists) {
                environment.truncateStore(table, transaction);
                tables.remove(table);
            }
            return exists;
        });
    }

    private jetbrains.exodus.env.@Nullable Store existing(String table) {
        jetbrains.exodus.env.Store known = tables.get(table);
        if (known == null && environment.storeExists(table, transaction)) {
            return made(table);
        }
        return known;
    }

    private jetbrains.exodus.env.Store made(String table) {
        return tables.computeIfAbsent(
                table, name -> environment.openStore(name, StoreConfig.WITHOUT_DUPLICATES, transaction));
    }

    /** Damaged pages show as all kinds of exceptions inside Xodus. */
    private static <T> T guarded(String table, Supplier<T> access) {
        try {
            return access.get();
        } catch (RuntimeException e) {
            throw new StoreException("table " + table + " cannot be used: " + e + "; rebuild it from the ledger", e);
        }
    }

    private static byte[] bytes(ByteIterable iterable) {
        return Arrays.copyOf(iterable.getBytesUnsafe(), iterable.getLength());
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
