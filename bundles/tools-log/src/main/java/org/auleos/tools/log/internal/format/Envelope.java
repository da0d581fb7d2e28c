package org.auleos.tools.log.internal.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What container engines wrap around every line a program writes: a JSON object with the text as its member {@code log}, or a
 * time, the stream and a flag before it. The text inside has a head of its own. Confined to one thread.
 */
final class Envelope {

    private final StampScanner stamps = new StampScanner();
    private final StampResolver resolver;
    private final JsonLine json;
    private final Head head = new Head();
    private @Nullable Instant time;

    Envelope(StampResolver resolver) {
        this.resolver = resolver;
        json = new JsonLine(resolver);
    }

    /** Whether almost all lines of a sample are wrapped. */
    static boolean isIn(List<String> sample, StampResolver resolver) {
        Envelope trial = new Envelope(resolver);
        long wrapped = sample.stream().filter(line -> trial.text(line) != null).count();
        return !sample.isEmpty() && wrapped * 20 >= sample.size() * 19L;
    }

    /** Returns what the program wrote, or null when the line is not wrapped. */
    @Nullable
    String text(String line) {
        time = null;
        return line.startsWith("{\"") ? fromJson(line) : fromPlain(line);
    }

    /** Returns when the engine took the line read last. */
    @Nullable
    Instant time() {
        return time;
    }

    private @Nullable String fromJson(String line) {
        head.clear();
        if (!json.read(line, head) || !head.fields.containsKey("stream")) {
            return null;
        }
        String text = head.fields.get("log");
        time = head.time;
        return text == null ? null : text.stripTrailing();
    }

    /** {@code 2024-01-31T10:00:00.123456789Z stderr F text}. */
    private @Nullable String fromPlain(String line) {
        int end = stamps.scan(line, 0);
        boolean stream = end > 0 && (line.startsWith(" stdout ", end) || line.startsWith(" stderr ", end));
        int flag = end + " stdout ".length();
        if (!stream || (Digits.charAt(line, flag) != 'F' && Digits.charAt(line, flag) != 'P')) {
            return null;
        }
        time = resolver.resolve(stamps.stamp());
        return line.substring(Math.min(flag + 2, line.length()));
    }
}
