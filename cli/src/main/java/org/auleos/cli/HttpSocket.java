package org.auleos.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP/1.1 exchange over a socket of its own (RFC 9112). Small on purpose: the JDK's clients take longer to load than a
 * command takes to run.
 */
final class HttpSocket implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int LONGEST_LINE = 16 << 10;

    private final Socket socket;
    private final InputStream in;
    private int status;
    private final Map<String, String> headers = new HashMap<>();

    private HttpSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
    }

    /**
     * Sends a request and reads the head of the answer.
     *
     * @param readMillis longest silence while reading
     */
    static HttpSocket send(
            int port, String method, String path, Map<String, String> headers, byte[] body, int readMillis)
            throws IOException {
        Socket socket = new Socket();
        try {
            byte[] loopback = {127, 0, 0, 1};
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(loopback), port), CONNECT_MILLIS);
            socket.setSoTimeout(readMillis);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(head(port, method, path, headers, body));
            HttpSocket exchange = new HttpSocket(socket);
            exchange.readHead();
            return exchange;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] head(int port, String method, String path, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port);
        head.append("\r\nConnection: close\r\nUser-Agent: aule/1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        } else if (!method.equals("GET")) {
            head.append("Content-Length: 0\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    int status() {
        return status;
    }

    /** The body; its end is the end of the answer, and a connection cut before that is an {@code IOException}. */
    InputStream body() throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new ChunkedStream(in);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return in;
        }
        return new java.io.ByteArrayInputStream(exactly(Integer.parseInt(length)));
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection was cut after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private void readHead() throws IOException {
        String first = readLine(in);
        if (!first.startsWith("HTTP/1.") || first.length() < 12) {
            throw new IOException("no HTTP answer but \"" + first + "\"");
        }
        status = Integer.parseInt(first.substring(9, 12));
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
    }

    /** Up to the line feed, without it. */
    static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw new IOException(b < 0 ? "the connection was cut" : "a header line is too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
