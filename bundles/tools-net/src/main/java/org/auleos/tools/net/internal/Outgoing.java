package org.auleos.tools.net.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.auleos.tools.net.internal.HttpRequest.Header;
import org.auleos.tools.net.internal.HttpRequest.Method;

/**
 * One request as it goes over the wire (RFC 9112).
 *
 * @param url absolute, http or https
 * @param method what is asked for
 * @param headers those of the caller
 * @param body empty unless posted
 */
record Outgoing(URI url, Method method, List<Header> headers, String body) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");
    private static final int TEMPORARY_REDIRECT = 307;

    /** Ours to set, or secrets. */
    private static final Set<String> REFUSED = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "authorization",
            "proxy-authorization",
            "cookie");

    static Outgoing of(HttpRequest.In in, String idempotencyKey) {
        Method method = in.method() == null ? Method.GET : in.method();
        if (in.body() != null && method != Method.POST) {
            throw Ranges.invalid("a body with method " + method + ": expected one with post only");
        }
        List<Header> headers = new ArrayList<>();
        for (Header header : in.headers() == null ? List.<Header>of() : in.headers()) {
            headers.add(checked(header));
        }
        if (method == Method.POST) {
            headers.add(new Header("Idempotency-Key", idempotencyKey));
        }
        return new Outgoing(url(in.url()), method, headers, in.body() == null ? "" : in.body());
    }

    static URI url(String text) {
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!web || url.getHost() == null || url.getUserInfo() != null || url.getPort() == 0) {
                throw Ranges.invalid("url \"" + (url.getUserInfo() == null ? text : "…@" + url.getHost())
                        + "\": expected http:// or https:// with a host, without user name or password");
            }
            return url;
        } catch (URISyntaxException e) {
            throw Ranges.invalid("url is malformed: " + e.getReason() + " at index " + e.getIndex());
        }
    }

    private static Header checked(Header header) {
        if (!TOKEN.matcher(header.name()).matches()
                || REFUSED.contains(header.name().toLowerCase(Locale.ROOT))) {
            throw Ranges.invalid("header \"" + header.name()
                    + "\": expected one that is neither a credential nor set by the platform itself");
        }
        if (!VALUE.matcher(header.value()).matches()) {
            throw Ranges.invalid("value of header " + header.name() + ": expected printable ASCII on one line");
        }
        return header;
    }

    String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host.toLowerCase(Locale.ROOT);
    }

    boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : secure() ? 443 : 80;
    }

    /** The request that a redirect asks for: another host gets no headers, and a body only when the status says so. */
    Outgoing to(URI next, int status) {
        Outgoing target = new Outgoing(next, method, headers, body);
        boolean same = target.host().equals(host()) && target.port() == port() && target.secure() == secure();
        boolean keeps = method == Method.HEAD || status >= TEMPORARY_REDIRECT;
        return new Outgoing(next, keeps ? method : Method.GET, same ? headers : List.of(), keeps ? body : "");
    }

    /** The body to send. */
    byte[] content() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** What goes before the body. The connection ends with the answer, and the answer comes as it is, not compressed. */
    byte[] head() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder(method + " " + path);
        if (url.getRawQuery() != null) {
            head.append('?').append(url.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(url.getHost());
        if (url.getPort() > 0) {
            head.append(':').append(url.getPort());
        }
        head.append("\r\nConnection: close\r\nAccept-Encoding: identity\r\nUser-Agent: auleOS\r\n");
        headers.forEach(
                h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        if (method == Method.POST) {
            head.append("Content-Length: ").append(content().length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
