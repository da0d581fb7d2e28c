package org.auleos.json;

/** A text that is no JSON, or JSON that is not what its schema asks for. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path the place, e.g. {@code paths[2].name}; empty for the whole value
     * @param problem what stands there and what was expected
     */
    public JsonException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
    }

    JsonException(String path, String problem, Throwable cause) {
        this(path, problem);
        initCause(cause);
    }

    /** The place, e.g. {@code paths[2].name}; empty for the whole value. */
    public String path() {
        return path;
    }
}
