package org.auleos.tools.log.internal.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the named parts of a structured line and finds among them what every record has. Confined to one thread. */
final class Members {

    private static final List<String> TIME =
            names("time ts Start-Date timestamp @timestamp datetime date t asctime eventTime t.$date log.time "
                    + "_SOURCE_REALTIME_TIMESTAMP __REALTIME_TIMESTAMP created created_at");
    private static final List<String> LEVEL = names(
            "level severity error_severity lvl loglevel log.level levelname log_level severity_text severityText PRIORITY s "
                    + "type");
    private static final List<String> MESSAGE = names("msg message Commandline MESSAGE log event text body error");
    private static final List<String> PROCESS =
            names("logger SYSLOG_IDENTIFIER _COMM logger_name log.logger component process app service "
                    + "service.name name caller module ctx c");
    private static final List<String> TRACE =
            names("stack_trace stacktrace stackTrace exception exc_info stack error.stack_trace error.stack err.stack "
                    + "exception.stacktrace exception.stack_trace exception.stackTrace thrown.extendedStackTrace "
                    + "thrown.stackTrace throwable traceback exc_text errorVerbose error.stacktrace exception.stack "
                    + "error.trace errorStack");
    private static final List<String> PID = names("pid _PID process.pid SYSLOG_PID");
    private static final List<String> HOST = names("host hostname _HOSTNAME host.name");

    private final StampScanner stamps = new StampScanner();
    private final StampResolver resolver;
    private String[] names = new String[32];
    private String[] values = new String[32];
    private int size;

    Members(StampResolver resolver) {
        this.resolver = resolver;
    }

    private static List<String> names(String spaced) {
        return List.of(spaced.split(" "));
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(String name, String value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** Returns the name at an index as the line before had it: the same string, when the text has not changed. */
    @Nullable
    String previousName(int index) {
        return index < names.length ? names[index] : null;
    }

    /** Whether some part has the name of a time, a level or a message. */
    boolean looksLikeRecord() {
        return (find(TIME) != null ? 1 : 0) + (find(LEVEL) != null ? 1 : 0) + (find(MESSAGE) != null ? 1 : 0) >= 1;
    }

    private @Nullable String find(List<String> known) {
        for (String name : known) {
            for (int i = 0; i < size; i++) {
                if (names[i].equals(name)) {
                    return values[i];
                }
            }
        }
        return null;
    }

    /** Tells the head what the parts say; the message is {@code whole} when no part is named like one. */
    void describe(Head head, String whole) {
        String time = find(TIME);
        if (time != null && stamps.scan(time, 0) >= 0) {
            head.time = resolver.resolve(stamps.stamp());
        }
        level(find(LEVEL), head);
        String message = find(MESSAGE);
        head.message = message == null ? whole : firstLine(message);
        head.detail =
                message == null ? "" : message.substring(head.message.length()).strip();
        String trace = find(TRACE);
        head.detail = trace == null ? head.detail : (head.detail + '\n' + trace).strip();
        String process = find(PROCESS);
        head.process = process == null ? "" : process;
        String host = find(HOST);
        head.host = host == null ? "" : host;
        String pid = find(PID);
        int digits = pid == null ? 0 : Digits.run(pid, 0, 9);
        head.pid = pid != null && digits > 0 && digits == pid.length() ? Integer.parseInt(pid) : -1;
        head.fields = fields();
    }

    private static void level(@Nullable String text, Head head) {
        if (text == null) {
            return;
        }
        int digits = Digits.run(text, 0, 3);
        if (digits > 0 && digits == text.length()) {
            head.level = Levels.ofTens(Integer.parseInt(text));
            return;
        }
        var named = Levels.ofWord(text, 0, text.length());
        if (named == null && text.length() == 1) {
            named = Levels.ofLetter(Character.toUpperCase(text.charAt(0)));
        }
        head.level = named == null ? head.level : named;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private Map<String, String> fields() {
        return new Fields(Arrays.copyOf(names, size), Arrays.copyOf(values, size), size);
    }
}
