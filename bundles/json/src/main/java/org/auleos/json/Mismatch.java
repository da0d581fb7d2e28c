package org.auleos.json;

/**
 * A value that is not what its form asks for. Carries no stack and gathers the place on its way out of the nested values, so
 * that reading a good value pays nothing for it.
 */
final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private String path = "";

    Mismatch(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** What was expected, and what kind of value stands there. */
    static Mismatch expected(String expected, Json found) {
        return new Mismatch("expected " + expected + ", found " + kind(found));
    }

    /** The same, one member further out. */
    Mismatch in(String member) {
        path = path.isEmpty() || path.startsWith("[") ? member + path : member + "." + path;
        return this;
    }

    /** The same, one array further out. */
    Mismatch at(int index) {
        return in("[" + index + "]");
    }

    JsonException exception() {
        return new JsonException(path, problem);
    }

    private static String kind(Json json) {
        if (json instanceof Json.Obj) {
            return "an object";
        } else if (json instanceof Json.Arr) {
            return "an array";
        } else if (json instanceof Json.Str string) {
            return "the string \"" + excerpt(string.value()) + "\"";
        } else if (json instanceof Json.Bool || json instanceof Json.Null) {
            return json.text();
        }
        return "the number " + json.text();
    }

    private static String excerpt(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
