package org.auleos.http.internal;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes whole answers. */
final class Replies {

    private Replies() {}

    static void refuse(Refusal refusal, Response response, Callback callback) {
        if (refusal.code() == Refusal.Code.UNAUTHENTICATED) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"auleos\"");
        }
        send((Answer.Body) Answer.json(refusal.status(), refusal.body()), response, callback);
    }

    static void send(Answer.Body body, Response response, Callback callback) {
        response.setStatus(body.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.bytes().length);
        response.write(true, ByteBuffer.wrap(body.bytes()), callback);
    }
}
