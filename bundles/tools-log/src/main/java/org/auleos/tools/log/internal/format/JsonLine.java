package org.auleos.tools.log.internal.format;

/** One JSON object a line, as structured loggers, containers and the journal write it; nested names are joined by dots. */
final class JsonLine implements Format {

    private static final int DEEPEST = 4;

    private final Members members;
    private String line = "";
    private int at;
    private boolean bad;

    JsonLine(StampResolver resolver) {
        members = new Members(resolver);
    }

    @Override
    public String name() {
        return "JSON lines";
    }

    @Override
    public boolean read(String text, Head head) {
        int start = Atoms.skipSpaces(text, 0);
        if (Digits.charAt(text, start) != '{') {
            return false;
        }
        line = text;
        at = start;
        bad = false;
        members.clear();
        object("", 0);
        if (bad || members.size() == 0) {
            return false;
        }
        members.describe(head, text);
        return true;
    }

    private char peek() {
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return Digits.charAt(line, at);
    }

    private void object(String prefix, int depth) {
        at++;
        while (!bad && peek() != '}') {
            if (Digits.charAt(line, at) != '"') {
                bad = true;
                return;
            }
            String name = name(prefix);
            if (peek() != ':') {
                bad = true;
                return;
            }
            at++;
            value(name, depth);
            if (peek() == ',') {
                at++;
            } else if (Digits.charAt(line, at) != '}') {
                bad = true;
            }
        }
        at++;
    }

    private String name(String prefix) {
        int from = at + 1;
        int to = stringEnd();
        String previous = members.previousName(members.size());
        if (prefix.isEmpty() && previous != null && previous.length() == to - from && line.startsWith(previous, from)) {
            return previous;
        }
        String name = text(from, to);
        return prefix.isEmpty() ? name : prefix + '.' + name;
    }

    private void value(String name, int depth) {
        char c = peek();
        if (c == '"') {
            int from = at + 1;
            int to = stringEnd();
            members.add(name, bad ? "" : text(from, to));
        } else if (c == '{' && depth < DEEPEST) {
            object(name, depth + 1);
        } else if (c == '{' || c == '[') {
            int from = at;
            skipNested();
            members.add(name, line.substring(from, Math.min(at, line.length())));
        } else {
            int from = at;
            while (at < line.length() && ",}] \t".indexOf(line.charAt(at)) < 0) {
                at++;
            }
            bad |= at == from;
            members.add(name, line.substring(from, at));
        }
    }

    /** Moves past the string that opens here and returns the place of its closing quote. */
    private int stringEnd() {
        int from = at;
        int quote = line.indexOf('"', from + 1);
        while (quote > 0 && isHidden(quote, from)) {
            quote = line.indexOf('"', quote + 1);
        }
        bad |= quote < 0;
        at = quote < 0 ? line.length() : quote + 1;
        return at - 1;
    }

    private boolean isHidden(int quote, int open) {
        int slashes = 0;
        while (quote - 1 - slashes > open && line.charAt(quote - 1 - slashes) == '\\') {
            slashes++;
        }
        return (slashes & 1) == 1;
    }

    private void skipNested() {
        int depth = 0;
        do {
            char c = peek();
            if (c == '"') {
                stringEnd();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
        } while (depth > 0 && at < line.length());
        bad |= depth > 0;
    }

    private String text(int from, int to) {
        if (bad || to < from) {
            return "";
        }
        int slash = line.indexOf('\\', from);
        return slash < 0 || slash >= to ? line.substring(from, to) : unescaped(from, to);
    }

    private String unescaped(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (line.charAt(++i) == 'u') {
                text.append(unicode(i + 1));
                i += 4;
            } else {
                text.append(escape(line.charAt(i)));
            }
        }
        return text.toString();
    }

    private char unicode(int p) {
        int value = 0;
        for (int i = p; i < p + 4; i++) {
            int digit = Character.digit(Digits.charAt(line, i), 16);
            value = digit < 0 ? 0xFFFD : value * 16 + digit;
        }
        return (char) value;
    }

    private static char escape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }
}
