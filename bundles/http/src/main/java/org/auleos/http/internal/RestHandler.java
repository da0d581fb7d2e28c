package org.auleos.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.auleos.api.identity.User;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Origin;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the route table below {@value #PREFIX}; anything else goes on to the next handler. Routes run on the request's
 * thread; at most {@value #AT_ONCE} at the same time, so that streams and waits leave threads for everybody else.
 */
final class RestHandler extends Handler.Abstract {

    static final String PREFIX = "/api/v1";
    static final int AT_ONCE = 56;
    private static final int BODY_LIMIT_BYTES = 1 << 20;
    private static final Logger log = LoggerFactory.getLogger(RestHandler.class);

    private final Supplier<Optional<RouteTable>> table;
    private final Semaphore places = new Semaphore(AT_ONCE);

    RestHandler(Supplier<Optional<RouteTable>> table) {
        this.table = table;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PREFIX + "/")) {
            return false;
        }
        try {
            serve(path.substring(PREFIX.length()), request, response, callback);
        } catch (Refusal refusal) {
            Replies.refuse(refusal, response, callback);
        } catch (LedgerException e) {
            Replies.refuse(unavailable(e), response, callback);
        }
        return true;
    }

    private void serve(String path, Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        if (path.equals(StatusRoutes.HEALTH) && request.getMethod().equals("GET")) {
            Replies.send((Answer.Body) StatusRoutes.health(), response, callback);
            return;
        }
        RouteTable.Match match = routes().find(request.getMethod(), path);
        User user = Gate.user(request).orElseThrow(() -> new IllegalStateException("the gate let nobody through"));
        match.route().access().require(user);
        if (!places.tryAcquire()) {
            throw new Refusal(
                    Refusal.Code.BUSY,
                    AT_ONCE + " requests are being served",
                    "close some streams, or try again later");
        }
        try {
            send(match.route().handler().serve(call(request, user, match.values())), response, callback);
        } finally {
            places.release();
        }
    }

    private RouteTable routes() {
        return table.get()
                .orElseThrow(() -> new Refusal(
                        Refusal.Code.UNAVAILABLE, "the node is starting or stopping", "try again in a second"));
    }

    private static void send(Answer answer, Response response, Callback callback)
            throws IOException, InterruptedException {
        if (answer instanceof Answer.Body body) {
            Replies.send(body, response, callback);
            return;
        }
        Answer.Stream stream = (Answer.Stream) answer;
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, stream.contentType());
        response.getHeaders().put("X-Accel-Buffering", "no");
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            stream.source().writeTo(out);
        } catch (IOException e) {
            log.debug("the client left a stream", e);
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    private static Call call(Request request, User user, Map<String, String> values) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        String agent = Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                .orElse("");
        String last =
                Optional.ofNullable(request.getHeaders().get("Last-Event-ID")).orElse("");
        Origin origin = new Origin(agent.startsWith("aule/") ? "cli" : "rest", Request.getRemoteAddr(request));
        return new Call(user, origin, values, query, body(request), last);
    }

    private static byte[] body(Request request) throws IOException {
        if (request.getLength() == 0 || request.getMethod().equals("GET")) {
            return new byte[0];
        }
        requireSmall(request.getLength());
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(BODY_LIMIT_BYTES + 1);
            requireSmall(bytes.length);
            if (bytes.length > 0) {
                requireJson(request);
            }
            return bytes;
        }
    }

    private static void requireSmall(long length) {
        if (length > BODY_LIMIT_BYTES) {
            throw new Refusal(
                    Refusal.Code.TOO_LARGE,
                    "the body has more than " + BODY_LIMIT_BYTES + " bytes",
                    "pass large things by path");
        }
    }

    private static void requireJson(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new Refusal(
                    Refusal.Code.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type \"" + type + "\": expected application/json",
                    "send JSON and say so");
        }
    }

    private static Refusal unavailable(LedgerException e) {
        return new Refusal(
                Refusal.Code.UNAVAILABLE,
                String.valueOf(e.getMessage()),
                "the ledger says " + e.code().name().toLowerCase(java.util.Locale.ROOT) + "; aule logs shows more");
    }
}
