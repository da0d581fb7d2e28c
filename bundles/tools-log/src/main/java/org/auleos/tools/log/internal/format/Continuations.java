package org.auleos.tools.log.internal.format;

/** Tells whether a line without a head continues the record before it, on strong evidence only. Confined to one thread. */
final class Continuations {

    private boolean inTraceback;

    /** Forgets the record before. */
    void newRecord(String line) {
        inTraceback = isTraceback(line);
    }

    /**
     * Whether a line continues the record before it.
     *
     * @param headed whether that record has a head, so that a line without one is already unusual
     */
    boolean continues(String line, boolean headed) {
        if (line.isEmpty()) {
            return true;
        }
        char first = line.charAt(0);
        if (first == ' ' || first == '\t') {
            return true;
        }
        if (inTraceback) {
            inTraceback = false;
            return true;
        }
        if (isTrace(line) || ((first == '}' || first == ']' || first == ')') && line.length() < 4)) {
            return true;
        }
        boolean more = headed && (isThrowable(line) || isTraceback(line));
        inTraceback |= more && isTraceback(line);
        return more;
    }

    private static boolean isTrace(String line) {
        return (line.startsWith("at ") && line.indexOf('(') > 0)
                || line.startsWith("Caused by: ")
                || line.startsWith("Suppressed: ")
                || (line.startsWith("... ") && line.endsWith(" more"))
                || line.startsWith("During handling of the above exception")
                || line.startsWith("The above exception was the direct cause");
    }

    private static boolean isTraceback(String line) {
        return line.startsWith("Traceback (most recent call last)");
    }

    /** A class name that ends like a throwable's, alone or before a colon. */
    private static boolean isThrowable(String line) {
        int end = 0;
        int dots = 0;
        while (end < line.length() && (Character.isJavaIdentifierPart(line.charAt(end)) || line.charAt(end) == '.')) {
            dots += line.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        if (dots == 0 || (end < line.length() && line.charAt(end) != ':')) {
            return false;
        }
        String name = line.substring(0, end);
        return name.endsWith("Exception") || name.endsWith("Error") || name.endsWith("Throwable");
    }
}
