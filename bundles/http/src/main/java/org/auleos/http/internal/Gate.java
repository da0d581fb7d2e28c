package org.auleos.http.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What every request passes, whoever serves it: it must name this host (or a web page could reach the node under a name of
 * its own, DNS rebinding), must not come from a web page (no Origin is trusted, so there is no CORS and nothing to forge),
 * and must carry a token that belongs to a person. Thread-safe.
 */
final class Gate extends Handler.Wrapper {

    private static final String BEARER = "bearer ";
    private static final int LONGEST_TOKEN = 256;

    private final Set<String> hosts;
    private final Supplier<Optional<Users>> users;

    /** @param hosts names this node answers to, lower case, without port */
    Gate(Handler next, Set<String> hosts, Supplier<Optional<Users>> users) {
        super(next);
        this.hosts = Set.copyOf(hosts);
        this.users = users;
    }

    /** The person a request comes from; only requests to the health route have none. */
    static Optional<User> user(Request request) {
        return Optional.ofNullable((User) request.getAttribute(User.class.getName()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        protect(response.getHeaders());
        try {
            admit(request);
        } catch (Refusal refusal) {
            Replies.refuse(refusal, response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private void admit(Request request) {
        requireHost(request);
        requireNoWebPage(request.getHeaders());
        if (!Request.getPathInContext(request).equals(RestHandler.PREFIX + StatusRoutes.HEALTH)) {
            request.setAttribute(User.class.getName(), person(request.getHeaders()));
        }
    }

    private void requireHost(Request request) {
        String header = request.getHeaders().get(HttpHeader.HOST);
        String named = header == null ? "" : withoutPort(header.toLowerCase(Locale.ROOT));
        String asked = Request.getServerName(request);
        if (!hosts.contains(named) || asked == null || !hosts.contains(asked.toLowerCase(Locale.ROOT))) {
            throw new Refusal(
                    Refusal.Code.MISDIRECTED,
                    "Host \"" + named + "\" is not a name of this node",
                    "use http://127.0.0.1:PORT, or list the name under allowedHosts in etc/org.auleos.http.cfg");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static void requireNoWebPage(HttpFields headers) {
        String origin = headers.get(HttpHeader.ORIGIN);
        String site = headers.get("Sec-Fetch-Site");
        if (origin != null || "cross-site".equals(site) || "same-site".equals(site)) {
            throw new Refusal(
                    Refusal.Code.FORBIDDEN,
                    "requests from web pages are refused" + (origin == null ? "" : ", this one came from " + origin),
                    "call from a program, without an Origin header");
        }
    }

    private User person(HttpFields headers) {
        Users known = users.get()
                .orElseThrow(() -> new Refusal(
                        Refusal.Code.UNAVAILABLE,
                        "the node is starting and knows nobody yet",
                        "try again in a second"));
        String header = headers.get(HttpHeader.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String token = bearer ? header.substring(BEARER.length()).trim() : "";
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw unauthenticated("no token");
        }
        return known.byToken(token).orElseThrow(() -> unauthenticated("a token that belongs to nobody here"));
    }

    private static Refusal unauthenticated(String what) {
        return new Refusal(
                Refusal.Code.UNAUTHENTICATED,
                "the request carries " + what,
                "send \"Authorization: Bearer TOKEN\"; the owner's token is in the file \"token\" of the home directory");
    }

    private static void protect(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
}
