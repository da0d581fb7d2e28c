package org.auleos.api.store;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Named tables of sorted keys and values. Nothing in it is a truth: every projection can be rebuilt from the ledger, and
 * says up to which sequence it is built. Values carry a checksum of ours; a value that does not match it is reported as
 * damage, never returned. Thread-safe.
 */
@ProviderType
public interface Store {

    /** Reads a consistent state. */
    <T> T read(Function<Reading, T> work);

    /** Changes all of it or nothing; transactions that write run one after another. */
    <T> T write(Function<Writing, T> work);

    /** The view of a reader. */
    interface Reading {

        /** The value of a key. Throws {@link StoreException} when it is damaged. */
        Optional<byte[]> get(String table, byte[] key);

        /** Visits keys with a prefix in ascending unsigned byte order, from a key on. */
        void scan(String table, byte[] prefix, byte[] from, Visitor visitor);
    }

    /** The view of a writer. */
    interface Writing extends Reading {

        /** Sets a value. */
        void put(String table, byte[] key, byte[] value);

        /** Removes a key, if it is there. */
        void delete(String table, byte[] key);

        /** Removes all keys of a table. */
        void clear(String table);
    }

    /** Receives keys and values. */
    @FunctionalInterface
    interface Visitor {

        /** Takes one; false ends the visit. */
        boolean on(byte[] key, byte[] value);
    }
}
