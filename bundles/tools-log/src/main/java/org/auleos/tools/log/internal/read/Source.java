package org.auleos.tools.log.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * One log to read: its name, how to open it and when it was last written.
 *
 * @param path the name shown to people, as they gave it or as it was found
 * @param opener opens the bytes as they are stored; called once per read, the reader closes the stream
 * @param modified when the log was last written; timestamps without a year or a date count back from it
 */
public record Source(String path, Opener opener, Instant modified) {

    /** Opens the stored bytes of a log. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
