package org.auleos.cli;

import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112, section 7.1); the connection ending before the last chunk is an error. */
final class ChunkedStream extends InputStream {

    private final InputStream in;
    private int left;
    private boolean first = true;
    private boolean ended;

    ChunkedStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Returns what has arrived, at least one byte. */
    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(into, start, Math.min(length, left));
        if (count < 0) {
            throw new IOException("the connection was cut");
        }
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (!first) {
            HttpSocket.readLine(in);
        }
        first = false;
        String size = HttpSocket.readLine(in);
        int end = size.indexOf(';');
        try {
            left = Integer.parseInt((end < 0 ? size : size.substring(0, end)).strip(), 16);
        } catch (NumberFormatException e) {
            throw new IOException("bad chunk size \"" + size + "\"", e);
        }
        ended = left == 0;
    }
}
