package org.auleos.tools.net.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Bytes from a socket, waited for no longer than the deadline of the whole exchange allows. */
final class Wire extends InputStream {

    private final Socket socket;
    private final Deadline deadline;

    Wire(Socket socket, Deadline deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        socket.setSoTimeout(deadline.millisecondsLeft());
        return socket.getInputStream().read(bytes, offset, length);
    }
}
