package org.auleos.tools.net.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Sends one HTTP request. */
@Component
@ToolSpec(
        name = "net.http_request",
        description =
                "Sends one HTTP or HTTPS request (GET, HEAD or POST), follows up to 5 redirects and returns the answer."
                        + " Every host on the way must be granted; private addresses need net:connect-private. Carries no"
                        + " credentials.",
        permissions = "net:http:{url}",
        effect = Effect.EFFECT,
        risk = Risk.MEDIUM)
public final class HttpRequest implements Tool<HttpRequest.In, HttpRequest.Out> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_MAX = Duration.ofSeconds(25);
    private static final int BYTES = 128 * 1024;
    private static final int BYTES_MAX = 512 * 1024;
    private static final int REDIRECTS_MAX = 5;

    /** What is asked for. */
    public enum Method {
        /** The content. */
        GET,
        /** What is known about the content. */
        HEAD,
        /** To take a body. */
        POST
    }

    public record Header(
            @Doc("name") String name, @Doc("value") String value) {}

    public record In(
            @Doc("http or https address without user name or password")
            String url,

            @Doc("get (the default), head or post") @Nullable
            Method method,

            @Doc("more headers; credentials are refused, as inputs are recorded") @Nullable
            List<Header> headers,

            @Doc("body of a post, sent as UTF-8") @Nullable String body,

            @Doc("at most so many bytes of the answer, 1 to 524288; 131072 unless said") @Nullable
            Integer maxBytes,

            @Doc("for everything together, up to PT25S; PT10S unless said") @Nullable
            Duration timeout) {}

    public record Out(
            @Doc("address that answered, after redirects") String url,
            @Doc("IP address that answered") String address,
            @Doc("status, e.g. 200") int status,

            @Doc("headers of the answer; cookies are left out")
            List<Header> headers,

            @Doc("body of the answer") String body,

            @Doc("true when the body is base64 because it is no UTF-8 text")
            boolean base64,

            @Doc("true when there was more than was asked for")
            boolean truncated,

            @Doc("addresses that redirected") List<String> redirects) {}

    @Override
    public Out call(In in, ToolContext context) {
        Duration patience = Ranges.duration("timeout", in.timeout(), PATIENCE, PATIENCE_MAX);
        int limit = Ranges.within("maxBytes", in.maxBytes(), BYTES, BYTES_MAX);
        Outgoing first = Outgoing.of(in, context.idempotencyKey());
        return follow(first, limit, Deadline.in(patience), context);
    }

    private static Out follow(Outgoing first, int limit, Deadline deadline, ToolContext context) {
        List<String> redirects = new ArrayList<>();
        Outgoing request = first;
        while (true) {
            Incoming answer = send(request, limit, deadline, context);
            URI next = answer.redirect(request.url());
            if (next == null) {
                return answer.out(request.url(), redirects);
            }
            if (redirects.size() == REDIRECTS_MAX) {
                throw new ToolException(
                        ToolException.Code.FAILED,
                        first.url() + " redirects more than " + REDIRECTS_MAX + " times, last to " + next);
            }
            redirects.add(request.url().toString());
            request = request.to(next, answer.status());
        }
    }

    private static Incoming send(Outgoing request, int limit, Deadline deadline, ToolContext context) {
        context.checkpoint();
        context.require("net:connect:" + request.host() + ":" + request.port());
        try {
            return new Exchange(request, Reach.checked(request.host(), request.port(), context), deadline).run(limit);
        } catch (SocketTimeoutException e) {
            throw new ToolException(
                    ToolException.Code.TIMED_OUT, request.url() + " did not answer within " + deadline.patience(), e);
        } catch (IOException e) {
            throw new ToolException(
                    ToolException.Code.UNAVAILABLE, request.url() + " could not be asked: " + e.getMessage(), e);
        }
    }
}
