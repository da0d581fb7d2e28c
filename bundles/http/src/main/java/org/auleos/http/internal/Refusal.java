package org.auleos.http.internal;

import org.auleos.json.Json;

/** A request that is not served, with what the caller can do about it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    enum Code {
        BAD_REQUEST(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        CONFLICT(409),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        MISDIRECTED(421),
        REFUSED(422),
        BUSY(429),
        INTERNAL(500),
        UNAVAILABLE(503);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Code code;
    private final String hint;

    /**
     * @param message what, which value, what was expected
     * @param hint what to do, one sentence
     */
    Refusal(Code code, String message, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
    }

    static Refusal badRequest(String message, String hint) {
        return new Refusal(Code.BAD_REQUEST, message, hint);
    }

    static Refusal notFound(String what, String hint) {
        return new Refusal(Code.NOT_FOUND, what, hint);
    }

    int status() {
        return code.status();
    }

    Code code() {
        return code;
    }

    /** The one form every error has: {@code {"error":{"code","message","hint"}}}. */
    Json.Obj body() {
        String message = getMessage() == null ? "" : getMessage();
        Json.Obj error = Json.empty()
                .with("code", Json.of(code.name().toLowerCase(java.util.Locale.ROOT)))
                .with("message", Json.of(message))
                .with("hint", Json.of(hint));
        return Json.empty().with("error", error);
    }
}
