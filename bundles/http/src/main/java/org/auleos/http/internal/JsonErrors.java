package org.auleos.http.internal;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives errors of the server itself and defects the one form every error has, without their inner workings. */
final class JsonErrors extends ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(JsonErrors.class);

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        if (status >= 500 && cause != null) {
            log.error("{} {} failed", request.getMethod(), Request.getPathInContext(request), cause);
        }
        Refusal refusal = refusal(status, message);
        Answer.Body body = (Answer.Body) Answer.json(status, refusal.body());
        Replies.send(body, response, callback);
    }

    private static Refusal refusal(int status, @Nullable String message) {
        if (status >= 500) {
            return new Refusal(Refusal.Code.INTERNAL, "the node failed to serve this", "aule logs shows why");
        }
        for (Refusal.Code code : Refusal.Code.values()) {
            if (code.status() == status) {
                return new Refusal(code, message == null ? "" : message, "correct the request");
            }
        }
        return Refusal.badRequest("status " + status + (message == null ? "" : ": " + message), "correct the request");
    }
}
