package org.auleos.tools.net.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request and its answer over a connection of its own, to an address that was checked before. Written by hand because
 * the clients of the JDK resolve the name again. The certificate is verified against the name that was asked for.
 */
final class Exchange {

    private final Outgoing request;
    private final InetAddress[] addresses;
    private final Deadline deadline;

    Exchange(Outgoing request, InetAddress[] addresses, Deadline deadline) {
        this.request = request;
        this.addresses = addresses;
        this.deadline = deadline;
    }

    /** Sends, and reads at most so many bytes of the body. */
    Incoming run(int limit) throws IOException {
        try (Socket plain = connect()) {
            if (!request.secure()) {
                return exchange(plain, plain.getInetAddress(), limit);
            }
            SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket secure = (SSLSocket) tls.createSocket(plain, request.host(), request.port(), true)) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                secure.setSoTimeout(deadline.millisecondsLeft());
                secure.startHandshake();
                return exchange(secure, plain.getInetAddress(), limit);
            }
        }
    }

    /** The first of the addresses that answers. */
    private Socket connect() throws IOException {
        IOException refused = new EOFException("no address to connect to");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, request.port()), deadline.millisecondsLeft());
                return socket;
            } catch (IOException e) {
                socket.close();
                refused = e;
            }
        }
        throw refused;
    }

    private Incoming exchange(Socket socket, InetAddress address, int limit) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.head());
        out.write(request.content());
        out.flush();
        try (InputStream in = new BufferedInputStream(new Wire(socket, deadline))) {
            return Incoming.read(in, request.method(), address, limit);
        }
    }
}
