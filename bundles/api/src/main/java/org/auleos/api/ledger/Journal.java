package org.auleos.api.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The disk below the ledger: an ordered row of opaque records. Used by one thread for writing; reading is thread-safe
 * beside it. Knows lengths and checksums, not their meaning.
 */
@ConsumerType
public interface Journal extends Closeable {

    /** Sequence of the last whole record, 0 for none; a torn tail was cut when the journal was opened. */
    long last();

    /** Writes records after the last one; not durable before {@link #sync}. */
    void write(List<ByteBuffer> records) throws IOException;

    /** Returns once everything written is on the disk. After it failed once the journal must not be used for writing again. */
    void sync() throws IOException;

    /** Reads records in order, from a sequence on, up to the last one written. */
    void read(long from, Reader reader) throws IOException;

    /** Receives records. */
    @FunctionalInterface
    interface Reader {

        /** Takes one record, valid during the call; false ends the reading. */
        boolean on(long sequence, ByteBuffer record) throws IOException;
    }
}
