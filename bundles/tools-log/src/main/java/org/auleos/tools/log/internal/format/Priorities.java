package org.auleos.tools.log.internal.format;

/** The priority that syslog puts before a line: {@code <34>} (RFC 3164 section 4.1.1). */
final class Priorities {

    private Priorities() {}

    /** Returns where the line goes on after its priority; 0 when it has none. */
    static int end(String line) {
        int digits = Digits.charAt(line, 0) == '<' ? Digits.run(line, 1, 4) : 0;
        return digits > 0 && digits < 4 && Digits.charAt(line, digits + 1) == '>' ? digits + 2 : 0;
    }

    /** Returns the number of a priority that ends at a place. */
    static int number(String line, int end) {
        return (int) Digits.number(line, 1, end - 2);
    }
}
