package org.auleos.tools.log.internal.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.tools.log.internal.record.Level;
import org.auleos.tools.log.internal.record.LogRecord;
import org.auleos.tools.log.internal.rules.Rule.Conditions;
import org.jspecify.annotations.Nullable;

/** One record as the rules look at it: the text that is scanned, and the physical line a position lies in. */
final class Subject {

    /** How many lines below the headline a line still shows it with itself. */
    private static final int NEAR = 5;

    private static final Pattern REPEATED = Pattern.compile("^message repeated (\\d{1,9}) times");

    private final LogRecord record;
    private final boolean access;
    private final String head;
    private @Nullable String origin;

    Subject(LogRecord record) {
        this.record = record;
        Map<String, String> fields = record.fields();
        this.access = !fields.isEmpty()
                && fields.get("status") != null
                && !field("method").isEmpty();
        this.head =
                isText() ? record.raw() : field("path") + " " + record.fields().getOrDefault("agent", "");
    }

    /** How many events the record stands for: syslog daemons fold repeated messages into one. */
    int weight() {
        if (!record.message().startsWith("message repeated ")) {
            return 1;
        }
        Matcher matcher = REPEATED.matcher(record.message());
        return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
    }

    /** How bad the record says it is, in its header or by the word its message begins with. */
    Level level() {
        Level inner = record.level() == Level.UNKNOWN ? Labels.inner(record.message()) : Level.UNKNOWN;
        if (inner != Level.UNKNOWN) {
            return inner;
        }
        return switch (Labels.verdict(record.message())) {
            case GRAVE -> Level.CRITICAL;
            case STATED -> record.level().compareTo(Level.ERROR) > 0 ? record.level() : Level.ERROR;
            default -> record.level();
        };
    }

    /** Whether the record is of a request that was answered. */
    boolean isAccess() {
        return access;
    }

    /** Whether the record says something in words: all but plain access logs do. */
    boolean isText() {
        return !access || record.level() != Level.UNKNOWN;
    }

    LogRecord record() {
        return record;
    }

    String head() {
        return head;
    }

    void scan(Lane lane, Hits hits) {
        lane.scan(head, 0, hits);
        if (!record.detail().isEmpty()) {
            lane.scan(record.detail(), head.length() + 1, hits);
        }
    }

    boolean holds(Conditions conditions) {
        if (conditions.atLeast() != Level.UNKNOWN && !isAtLeast(conditions.atLeast())) {
            return false;
        }
        for (FieldCondition condition : conditions.fields()) {
            if (!condition.holds(record.fields())) {
                return false;
            }
        }
        return conditions.processes().isEmpty() || isFrom(conditions.processes());
    }

    private boolean isAtLeast(Level least) {
        Level level = level();
        return level == Level.UNKNOWN || level.compareTo(least) >= 0;
    }

    /** A record whose format names no process passes when its line mentions one of them. */
    private boolean isFrom(List<String> processes) {
        boolean anonymous = record.process().isEmpty();
        String where = origin();
        boolean excluding = processes.get(0).startsWith("!");
        for (String wanted : processes) {
            String name = excluding ? wanted.substring(1) : wanted;
            if (anonymous ? where.contains(name) : where.startsWith(name)) {
                return !excluding;
            }
        }
        return excluding;
    }

    /** The process, or for a format that names none the line, in lower case; made once a record. */
    private String origin() {
        if (origin == null) {
            String stated = record.process();
            origin = (stated.isEmpty() ? record.raw() : stated).toLowerCase(Locale.ROOT);
        }
        return origin;
    }

    /** The text a shape is tried on: the message, or the line of the detail that holds the position. */
    String textAt(int position) {
        return position < head.length() ? head : detailLine(position - head.length() - 1);
    }

    /** The physical line that holds the position. */
    SeenLine lineAt(int position) {
        if (position < head.length()) {
            return SeenLine.of(record);
        }
        int at = position - head.length() - 1;
        long below =
                record.detail().substring(0, at).chars().filter(c -> c == '\n').count();
        return new SeenLine(record.path(), record.line() + 1 + below, detailLine(at));
    }

    /** The record's headline, for a line a little below it; null for the headline itself and for lines far from it. */
    @Nullable
    SeenLine headlineOf(SeenLine line) {
        long below = line.line() - record.line();
        return below > 0 && below <= NEAR ? SeenLine.of(record) : null;
    }

    /** Tries a shape on the continuation lines, for a headline that only announces what they say. */
    Optional<Map<String, String>> findBelow(Shape shape) {
        return record.detail().isEmpty() ? Optional.empty() : shape.find(record.detail());
    }

    private String detailLine(int at) {
        String detail = record.detail();
        int start = detail.lastIndexOf('\n', at) + 1;
        int end = detail.indexOf('\n', at);
        return detail.substring(start, end < 0 ? detail.length() : end);
    }

    /** The captures, completed by the fields of the record that are asked for. */
    Map<String, String> values(Map<String, String> captures, List<String> wanted) {
        Map<String, String> values = new HashMap<>(captures);
        for (String name : wanted) {
            String value = field(name);
            if (!value.isEmpty()) {
                values.putIfAbsent(name, value);
            }
        }
        return values;
    }

    private String field(String name) {
        return switch (name) {
            case "process", "program" -> record.process();
            case "host" -> record.host();
            case "file" -> record.path();
            case "client" -> first("client", "remote_addr", "client_ip", "clientip", "remote_ip", "ip");
            case "path" -> first("path", "request_uri", "uri", "url", "request");
            case "method" -> first("method", "request_method", "http_method", "verb");
            default -> first(name);
        };
    }

    private String first(String... names) {
        for (String name : names) {
            String value = record.fields().get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
