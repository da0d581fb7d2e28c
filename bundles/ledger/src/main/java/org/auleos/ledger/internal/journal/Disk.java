package org.auleos.ledger.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One directory as far as a journal needs it. Everything the journal knows about the disk passes here, so that a test
 * can put a disk under it that lies.
 */
public interface Disk extends Closeable {

    /** The directory, for messages. */
    String place();

    /** Names of the files in it, sorted. */
    List<String> list() throws IOException;

    /** Makes a file that must not be there yet, for reading and writing. */
    File create(String name) throws IOException;

    /** Opens a file for reading and writing. */
    File open(String name) throws IOException;

    /** Opens a file for reading only. */
    File view(String name) throws IOException;

    /** Renames a file, replacing nothing. Not durable before {@link #sync}. */
    void rename(String from, String to) throws IOException;

    /** Removes a file. Not durable before {@link #sync}. */
    void delete(String name) throws IOException;

    /** Returns once the names of the directory's files are on the disk. */
    void sync() throws IOException;

    /** An open file. Used by one thread. */
    interface File extends Closeable {

        /** Length in bytes. */
        long size() throws IOException;

        /** Fills what remains of the target from a position on; returns the bytes read, fewer only at the end. */
        int read(ByteBuffer target, long position) throws IOException;

        /**
         * Writes all that remains of the source at a position.
         *
         * @throws NoSpaceException when the disk is full; part of it may have been written
         */
        void write(ByteBuffer source, long position) throws IOException;

        /**
         * Returns once what was written is on the disk.
         *
         * @param metadata true when the length changed too
         */
        void force(boolean metadata) throws IOException;
    }
}
