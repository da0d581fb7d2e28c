package org.auleos.json;

import java.util.Optional;

/**
 * The codec of a sealed family of {@link Named} event records: the open envelope carries name, version and payload, the
 * family turns them into a record and back. Thread-safe.
 *
 * @param <T> the sealed interface
 */
public interface Family<T> {

    /** The family of a sealed interface all of whose cases are {@link Named} records. */
    static <T> Family<T> of(Class<T> sealed) {
        return Codecs.family(sealed);
    }

    /** The stored name of a case. */
    String name(T event);

    /** The version of that case. */
    int version(T event);

    /** The canonical JSON of a case. */
    byte[] write(T event);

    /**
     * Reads a case leniently: members added by a newer version are ignored.
     *
     * @return empty when the name is of another family or of a later version of this one
     */
    Optional<T> read(String name, int version, byte[] payload);
}
