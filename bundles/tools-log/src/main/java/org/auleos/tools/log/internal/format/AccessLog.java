package org.auleos.tools.log.internal.format;

/**
 * The access log of web servers: the NCSA common and combined formats, also with the virtual host in front and anything
 * after the agent. The message is the request, its status and size.
 */
final class AccessLog implements Format {

    private static final String[] NAMES = {
        "client", "user", "method", "path", "protocol", "status", "bytes", "referer", "agent", "vhost"
    };

    private final StampScanner stamps = new StampScanner();
    private final StampResolver resolver;

    AccessLog(StampResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public String name() {
        return "access log";
    }

    @Override
    public boolean read(String line, Head head) {
        int bracket = line.indexOf(" [");
        if (bracket < 3 || bracket > 400) {
            return false;
        }
        int close = stamps.scan(line, bracket + 2);
        if (close < 0 || Digits.charAt(line, close) != ']') {
            return false;
        }
        int request = Atoms.skipSpaces(line, close + 1);
        int requestEnd = Digits.charAt(line, request) == '"' ? closingQuote(line, request) : -1;
        int status = requestEnd + 2;
        if (requestEnd < 0 || Digits.run(line, status, 4) != 3 || Digits.charAt(line, requestEnd + 1) != ' ') {
            return false;
        }
        head.time = resolver.resolve(stamps.stamp());
        return fill(line, head, bracket, request, requestEnd);
    }

    private static boolean fill(String line, Head head, int bracket, int request, int requestEnd) {
        String[] values = new String[NAMES.length];
        int status = requestEnd + 2;
        int size = status + 4;
        int sizeEnd = tokenEnd(line, size);
        String client = client(line, bracket, values);
        values[0] = client;
        request(line, request + 1, requestEnd, values);
        values[5] = line.substring(status, status + 3);
        values[6] = line.substring(Math.min(size, line.length()), sizeEnd);
        int referer = quoted(line, sizeEnd, values, 7);
        quoted(line, referer, values, 8);
        head.message = line.substring(request, sizeEnd);
        head.fields = new Fields(NAMES, values, values[9].isEmpty() ? 9 : 10);
        return true;
    }

    /** Reads {@code [vhost] client ident user} before the time; returns the client. */
    private static String client(String line, int bracket, String[] values) {
        int first = tokenEnd(line, 0);
        int second = tokenEnd(line, Math.min(first + 1, bracket));
        int third = tokenEnd(line, Math.min(second + 1, bracket));
        boolean host = third < bracket;
        values[9] = host ? line.substring(0, first) : "";
        int user = line.lastIndexOf(' ', bracket - 1) + 1;
        values[1] = line.substring(user, bracket);
        return host ? line.substring(first + 1, second) : line.substring(0, first);
    }

    private static void request(String line, int from, int to, String[] values) {
        int method = line.indexOf(' ', from);
        int protocol = line.lastIndexOf(' ', to - 1);
        boolean whole = method > 0 && method < to && isMethod(line, from, method);
        boolean versioned = whole && protocol > method && line.startsWith("HTTP/", protocol + 1);
        values[2] = whole ? line.substring(from, method) : "";
        values[3] = whole ? line.substring(method + 1, versioned ? protocol : to) : line.substring(from, to);
        values[4] = versioned ? line.substring(protocol + 1, to) : "";
    }

    private static boolean isMethod(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if ((c < 'A' || c > 'Z') && c != '-' && c != '_') {
                return false;
            }
        }
        return to - from >= 3 && to - from <= 20;
    }

    private static int quoted(String line, int p, String[] values, int index) {
        int open = Atoms.skipSpaces(line, p);
        int close = Digits.charAt(line, open) == '"' ? closingQuote(line, open) : -1;
        values[index] = close < 0 ? "" : line.substring(open + 1, close);
        return close < 0 ? p : close + 1;
    }

    /** Returns the place of the quote that closes the one at a place, or -1; a backslash hides the character after it. */
    private static int closingQuote(String line, int open) {
        int at = line.indexOf('"', open + 1);
        while (at > 0 && isHidden(line, at)) {
            at = line.indexOf('"', at + 1);
        }
        return at;
    }

    private static boolean isHidden(String line, int quote) {
        int slashes = 0;
        while (line.charAt(quote - 1 - slashes) == '\\') {
            slashes++;
        }
        return (slashes & 1) == 1;
    }

    private static int tokenEnd(String line, int p) {
        int at = line.indexOf(' ', Math.min(p, line.length()));
        return at < 0 ? line.length() : at;
    }
}
