package org.auleos.cli;

/** The command could not do its job: exit code 2. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message what, which value, what was expected
     * @param hint what to do, or empty
     */
    Failure(String message, String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }

    String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
