package org.auleos.tools.net.internal;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.tools.net.internal.HttpRequest.Header;
import org.auleos.tools.net.internal.HttpRequest.Method;
import org.jspecify.annotations.Nullable;

/** An answer (RFC 9112): status, headers, and as much of the body as was asked for. */
record Incoming(int status, List<Header> headers, String body, boolean base64, boolean truncated, InetAddress address) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int LINE_MAX = 8192;
    private static final int HEADERS_MAX = 200;

    /** The longest character of UTF-8, less one byte. */
    private static final int CUT_CHARACTER = 3;

    static Incoming read(InputStream in, Method method, InetAddress address, int limit) throws IOException {
        int status = status(in);
        List<Header> headers = headers(in);
        while (status < 200) { // informational: the answer comes after it
            status = status(in);
            headers = headers(in);
        }
        boolean none = method == Method.HEAD || status == 204 || status == 304;
        byte[] body = none ? new byte[0] : body(in, headers, limit + 1);
        boolean truncated = body.length > limit;
        byte[] kept = truncated ? Arrays.copyOf(body, limit) : body;
        Optional<String> text = text(kept, truncated);
        String shown = text.orElseGet(() -> Base64.getEncoder().encodeToString(kept));
        return new Incoming(status, headers, shown, text.isEmpty(), truncated, address);
    }

    private static int status(InputStream in) throws IOException {
        String line = line(in);
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new ProtocolException("the answer does not begin like HTTP/1.1");
        }
        return Integer.parseInt(status.group(1));
    }

    private static List<Header> headers(InputStream in) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == HEADERS_MAX) {
                throw new ProtocolException("malformed or too many headers");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private static byte[] body(InputStream in, List<Header> headers, int limit) throws IOException {
        if (header(headers, "Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return chunks(in, limit);
        }
        Optional<String> length = header(headers, "Content-Length");
        if (length.isEmpty()) {
            return in.readNBytes(limit);
        }
        if (!length.get().matches("\\d{1,18}")) {
            throw new ProtocolException("Content-Length " + length.get() + " is no number");
        }
        int wanted = (int) Math.min(limit, Long.parseLong(length.get()));
        byte[] body = in.readNBytes(wanted);
        if (body.length < wanted) {
            throw new EOFException("the answer ended " + (wanted - body.length) + " bytes early");
        }
        return body;
    }

    private static byte[] chunks(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                throw new ProtocolException("a chunk without a size");
            }
            long left = Long.parseLong(size, 16);
            if (left == 0 || body.size() >= limit) {
                return body.toByteArray();
            }
            int wanted = (int) Math.min(left, limit - body.size());
            byte[] chunk = in.readNBytes(wanted);
            if (chunk.length < wanted) {
                throw new EOFException("the answer ended within a chunk");
            }
            body.writeBytes(chunk);
            if (wanted == left) {
                line(in);
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() == LINE_MAX) {
                throw new EOFException("the answer ended, or a line of it is longer than " + LINE_MAX + " bytes");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private static Optional<String> header(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Where this answer sends the caller; null when it is the final one. */
    @Nullable
    URI redirect(URI from) {
        Optional<String> location = header(headers, "Location");
        return REDIRECTS.contains(status) && location.isPresent() ? Outgoing.url(resolved(from, location.get())) : null;
    }

    private static String resolved(URI from, String location) {
        try {
            return from.resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return location; // refused as malformed with its own message
        }
    }

    HttpRequest.Out out(URI url, List<String> redirects) {
        List<Header> shown = headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase("Set-Cookie"))
                .toList();
        return new HttpRequest.Out(
                url.toString(),
                Addresses.text(address),
                status,
                shown,
                body,
                base64,
                truncated,
                List.copyOf(redirects));
    }

    /** The body as text; a character that the limit cut is left out. */
    private static Optional<String> text(byte[] body, boolean truncated) {
        for (int cut = 0; cut <= (truncated ? CUT_CHARACTER : 0) && cut <= body.length; cut++) {
            CharBuffer text = CharBuffer.allocate(body.length);
            ByteBuffer bytes = ByteBuffer.wrap(body, 0, body.length - cut);
            if (!StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
                return Optional.of(text.flip().toString());
            }
        }
        return Optional.empty();
    }
}
