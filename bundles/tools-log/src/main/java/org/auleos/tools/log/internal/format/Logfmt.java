package org.auleos.tools.log.internal.format;

/** Lines of {@code key=value} pairs: {@code ts=2024-01-31T10:00:00Z level=info msg="it works" n=3}. */
final class Logfmt implements Format {

    private static final int FEWEST = 3;

    private final Members members;

    Logfmt(StampResolver resolver) {
        members = new Members(resolver);
    }

    @Override
    public String name() {
        return "logfmt";
    }

    @Override
    public boolean read(String line, Head head) {
        members.clear();
        int at = 0;
        while (at < line.length()) {
            int equals = key(line, at);
            if (equals < 0) {
                return false;
            }
            String name = line.substring(at, equals);
            at = value(line, equals + 1, name);
            if (at < 0) {
                return false;
            }
            at = Atoms.skipSpaces(line, at);
        }
        if (members.size() < FEWEST || !members.looksLikeRecord()) {
            return false;
        }
        members.describe(head, line);
        return true;
    }

    private static int key(String line, int from) {
        int at = from;
        while (at < line.length()
                && (Digits.at(line, at) || Character.isLetter(line.charAt(at)) || isInside(line.charAt(at)))) {
            at++;
        }
        return at > from && Digits.charAt(line, at) == '=' ? at : -1;
    }

    private static boolean isInside(char c) {
        return c == '_' || c == '.' || c == '-' || c == '@' || c == '/';
    }

    private int value(String line, int from, String name) {
        if (Digits.charAt(line, from) != '"') {
            int end = line.indexOf(' ', from);
            end = end < 0 ? line.length() : end;
            members.add(name, line.substring(from, end));
            return end;
        }
        int quote = line.indexOf('"', from + 1);
        while (quote > 0 && line.charAt(quote - 1) == '\\') {
            quote = line.indexOf('"', quote + 1);
        }
        if (quote < 0) {
            return -1;
        }
        members.add(name, line.substring(from + 1, quote).replace("\\\"", "\""));
        return quote + 1;
    }
}
