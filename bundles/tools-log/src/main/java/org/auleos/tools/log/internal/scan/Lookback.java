package org.auleos.tools.log.internal.scan;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.plugin.tool.ToolException;

/** How far back to read, as people write it: {@code 30m}, {@code 24h}, {@code 7d}, {@code 2w}, or ISO-8601. */
final class Lookback {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})\\s*([smhdw])");

    private Lookback() {}

    /** The duration, positive; refuses anything else with {@code INVALID_INPUT}. */
    static Duration parse(String text) {
        Duration duration = read(text.strip());
        if (duration.isNegative() || duration.isZero()) {
            throw refused(text);
        }
        return duration;
    }

    private static Duration read(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw refused(text);
            }
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }

    private static ToolException refused(String text) {
        return new ToolException(
                ToolException.Code.INVALID_INPUT,
                "since is \"" + text + "\"; expected a length of time such as 30m, 24h, 7d or PT24H");
    }
}
