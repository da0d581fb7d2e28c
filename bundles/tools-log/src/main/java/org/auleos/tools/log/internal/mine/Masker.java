package org.auleos.tools.log.internal.mine;

/**
 * Cuts a message into words and masks those that are plainly values: numbers and whatever holds some, paths, addresses,
 * URLs. Confined to one thread.
 */
final class Masker {

    /** What stands for a value. */
    static final String MASK = "<*>";

    private static final int MOST_WORDS = 250;
    private static final int MOST_CHARS = 4096;

    private final WordShape shape = new WordShape();
    private final int[] starts = new int[MOST_WORDS + 2];
    private final boolean[] masked = new boolean[MOST_WORDS + 2];
    private char[] in = new char[512];
    private char[] out = new char[1024];
    private int inLength;
    private int outLength;
    private int words;
    private int at;

    /** Where the word before this one begins in the message, when it is a name with a number; else -1. */
    private int numbered;

    /** Reads a message; what is beyond the first 4096 characters or 250 words does not count. */
    void read(String message) {
        inLength = Math.min(message.length(), MOST_CHARS);
        if (in.length < inLength) {
            in = new char[Math.max(inLength, in.length * 2)];
        }
        if (out.length < inLength * 4 + 64) {
            out = new char[inLength * 4 + 64];
        }
        message.getChars(0, inLength, in, 0);
        at = 0;
        numbered = -1;
        words = 0;
        outLength = 0;
        while (at < inLength && words < MOST_WORDS) {
            next();
        }
        starts[words] = outLength;
    }

    /** Returns how many words there are; a word is the punctuation before it and itself. */
    int words() {
        return words;
    }

    boolean isMasked(int word) {
        return masked[word];
    }

    String word(int index) {
        return new String(out, starts[index], starts[index + 1] - starts[index]);
    }

    /** Whether a word, with the punctuation before it, is the given text. */
    boolean isWord(int index, String text) {
        return starts[index + 1] - starts[index] == text.length() && startsWith(index, text);
    }

    /** Whether a word, with the punctuation before it, starts with the given text. */
    boolean startsWith(int index, String text) {
        int from = starts[index];
        if (starts[index + 1] - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (out[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns a hash of the masked message; equal for equal ones, and as good as never for others. */
    long hash() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < outLength; i++) {
            hash = (hash ^ out[i]) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 29);
    }

    private void next() {
        int start = outLength;
        glue();
        int from = at;
        if (isEnclosedValue(start)) {
            value(start);
            return;
        }
        at = shape.scan(in, from, inLength);
        if (at == from) {
            endGlue(start);
        } else if (isValue(start, from)) {
            numbered = -1;
            value(start);
        } else {
            constant(start, from);
        }
    }

    private boolean isValue(int start, int from) {
        int groupsEnd = HexGroups.end(in, from, inLength);
        if (groupsEnd > 0) {
            at = Math.max(at, groupsEnd);
            return true;
        }
        if (shape.isQuery(in, from)) {
            skipAddress();
            return true;
        }
        if (shape.isValue(in, from, at) || isAddress()) {
            return true;
        }
        return DateWords.isPartOfDate(in, from, at, inLength) || isUser(start);
    }

    private void constant(int start, int from) {
        if (shape.hasDigits() && numbered >= 0 && isSoft(start) && sharesStem(from)) {
            outLength = starts[words - 1];
            int first = WordShape.isPart(out[outLength]) ? outLength : glueEnd(outLength);
            outLength = first;
            if (!masked[words - 1]) {
                MASK.getChars(0, 3, out, outLength);
                masked[words - 1] = true;
            }
            outLength += 3;
            return;
        }
        numbered = shape.hasDigits() ? from : -1;
        System.arraycopy(in, from, out, outLength, at - from);
        outLength += at - from;
        close(start, false);
    }

    private int glueEnd(int p) {
        int end = p;
        while (!WordShape.isPart(out[end]) && !(masked[words - 1] && out[end] == '<' && out[end + 1] == '*')) {
            end++;
        }
        return end;
    }

    /** Whether the letters before the number are those of the numbered name before: {@code sda1 sda2}. */
    private boolean sharesStem(int from) {
        int length = 0;
        while (from + length < at && !WordShape.isDigit(in[from + length])) {
            if (in[from + length] != in[numbered + length]) {
                return false;
            }
            length++;
        }
        return length > 0 && WordShape.isDigit(in[numbered + length]);
    }

    /** Skips a text in quotes after an equals sign, whatever it says; brackets with nothing in them hold an empty value. */
    private boolean isEnclosedValue(int start) {
        if (outLength < start + 2 || !isOpened(out[outLength - 2], out[outLength - 1])) {
            return false;
        }
        if (out[outLength - 1] != '"') {
            return true;
        }
        int end = at;
        while (end < inLength && in[end] != '"') {
            end++;
        }
        boolean quoted = end < inLength && end > at;
        at = quoted ? end : at;
        return quoted;
    }

    /** A word after {@code for user} and the like. */
    private boolean isUser(int start) {
        return words >= 2
                && outLength == start + 1
                && isWord(words - 1, start, " user")
                && (isWord(words - 2, starts[words - 1], " for") || isWord(words - 2, starts[words - 1], " by"));
    }

    private boolean isWord(int word, int end, String text) {
        starts[word + 1] = end;
        return isWord(word, text);
    }

    /** Copies the punctuation before a word, every run of spaces as one. */
    private void glue() {
        while (at < inLength && (!WordShape.isPart(in[at]) || WordShape.isLeader(in, at, inLength))) {
            char c = in[at++];
            if (c == '<' && at < inLength && WordShape.isDigit(in[at])) {
                return;
            }
            if (c > ' ') {
                out[outLength++] = c;
                if (outLength > 1 && isOpened(out[outLength - 2], c)) {
                    return;
                }
            } else if (outLength > 0 && out[outLength - 1] != ' ' && at < inLength) {
                out[outLength++] = ' ';
            }
        }
    }

    /** Whether a quote after an equals sign was opened, or a bracket after a space that is closed at once. */
    private boolean isOpened(char before, char c) {
        if (c == '"') {
            return before == '=';
        }
        char next = at < inLength ? in[at] : '\0';
        return before == ' ' && ((c == '(' && next == ')') || (c == '[' && next == ']'));
    }

    /** The punctuation at the end of the message is a word of its own, spaces are nothing. */
    private void endGlue(int start) {
        while (outLength > start && out[outLength - 1] == ' ') {
            outLength--;
        }
        if (outLength > start) {
            close(start, false);
        }
    }

    private void close(int start, boolean value) {
        starts[words] = start;
        masked[words++] = value;
    }

    /** Whether the word just read begins a URL, which is then read whole, or is a host before its port. */
    private boolean isAddress() {
        if (at + 2 >= inLength || in[at] != ':') {
            return false;
        }
        if (in[at + 1] == '/' && in[at + 2] == '/') {
            skipAddress();
            return true;
        }
        return shape.isDotted() && WordShape.isDigit(in[at + 1]);
    }

    private void skipAddress() {
        while (at < inLength && in[at] > ' ' && "\"'<>)]},".indexOf(in[at]) < 0) {
            at++;
        }
    }

    private void value(int start) {
        boolean scaled = unit();
        if (scaled && isRestatement(start)) {
            outLength = start;
            at++;
        } else if (words > 0 && masked[words - 1] && isSoft(start)) {
            outLength = start;
        } else {
            MASK.getChars(0, 3, out, outLength);
            outLength += 3;
            close(start, true);
        }
    }

    /** Skips the symbol of a unit after a number. */
    private boolean unit() {
        int end = Units.end(in, at, inLength);
        at = Math.max(at, end);
        return end > 0;
    }

    /** Whether a number in brackets, with its unit and nothing else, says again what was said: {@code 2048 bytes (2 KB)}. */
    private boolean isRestatement(int start) {
        boolean open = outLength == start + 2 && out[start] == ' ' && out[start + 1] == '(';
        boolean said = (words > 0 && masked[words - 1]) || (words > 1 && masked[words - 2]);
        return open && said && at < inLength && in[at] == ')';
    }

    /** Whether only separators stand between this value and the one before: a list of any length is one value. */
    private boolean isSoft(int start) {
        for (int i = start; i < outLength; i++) {
            if (" ,:;|".indexOf(out[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
