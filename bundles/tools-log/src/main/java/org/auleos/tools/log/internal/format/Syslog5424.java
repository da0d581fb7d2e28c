package org.auleos.tools.log.internal.format;

/** Syslog as RFC 5424 writes it: {@code <34>1 2003-10-11T22:14:15.003Z host app procid msgid [data] message}. */
final class Syslog5424 implements Format {

    private final StampScanner stamps = new StampScanner();
    private final StampResolver resolver;

    Syslog5424(StampResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public String name() {
        return "syslog RFC 5424";
    }

    @Override
    public boolean read(String line, Head head) {
        int digits = Digits.charAt(line, 0) == '<' ? Digits.run(line, 1, 4) : 0;
        int version = digits + 2;
        if (digits == 0 || digits > 3 || !line.startsWith(">1 ", digits + 1)) {
            return false;
        }
        int stamp = version + 2;
        int end = Digits.charAt(line, stamp) == '-' ? stamp + 1 : stamps.scan(line, stamp);
        if (end < 0 || Digits.charAt(line, end) != ' ') {
            return false;
        }
        head.level = Levels.ofSeverity((int) Digits.number(line, 1, digits));
        head.time = end == stamp + 1 ? null : resolver.resolve(stamps.stamp());
        return names(line, end + 1, head);
    }

    private static boolean names(String line, int p, Head head) {
        int host = line.indexOf(' ', p);
        int app = line.indexOf(' ', host + 1);
        int proc = line.indexOf(' ', app + 1);
        int id = line.indexOf(' ', proc + 1);
        if (host < 0 || app < 0 || proc < 0 || id < 0) {
            return false;
        }
        head.host = text(line, p, host);
        head.process = text(line, host + 1, app);
        int digits = Digits.run(line, app + 1, 9);
        head.pid = digits > 0 && app + 1 + digits == proc ? (int) Digits.number(line, app + 1, digits) : -1;
        int message = Atoms.skipSpaces(line, structured(line, id + 1));
        head.message = line.substring(line.startsWith("\uFEFF", message) ? message + 1 : message);
        return true;
    }

    private static String text(String line, int from, int to) {
        return to - from == 1 && line.charAt(from) == '-' ? "" : line.substring(from, to);
    }

    /** Returns the end of the structured data that starts at a place: a dash, or elements in brackets. */
    private static int structured(String line, int p) {
        int at = p;
        if (Digits.charAt(line, at) == '-') {
            return at + 1;
        }
        while (Digits.charAt(line, at) == '[') {
            int close = at + 1;
            while (close < line.length() && (line.charAt(close) != ']' || line.charAt(close - 1) == '\\')) {
                close++;
            }
            at = Math.min(close + 1, line.length());
        }
        return at;
    }
}
