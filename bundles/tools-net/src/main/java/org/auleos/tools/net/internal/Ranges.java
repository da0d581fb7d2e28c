package org.auleos.tools.net.internal;

import java.time.Duration;
import org.auleos.plugin.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** Checks of numbers in inputs. */
final class Ranges {

    private static final int PORT_MAX = 65_535;

    private Ranges() {}

    static int port(int port) {
        if (port < 1 || port > PORT_MAX) {
            throw invalid("port " + port + ": expected 1 to " + PORT_MAX);
        }
        return port;
    }

    static Duration duration(String name, @Nullable Duration value, Duration otherwise, Duration most) {
        Duration asked = value == null ? otherwise : value;
        if (asked.isNegative() || asked.isZero() || asked.compareTo(most) > 0) {
            throw invalid(name + " " + asked + ": expected more than PT0S, at most " + most);
        }
        return asked;
    }

    static int within(String name, @Nullable Integer value, int otherwise, int most) {
        int asked = value == null ? otherwise : value;
        if (asked < 1 || asked > most) {
            throw invalid(name + " " + asked + ": expected 1 to " + most);
        }
        return asked;
    }

    static ToolException invalid(String message) {
        return new ToolException(ToolException.Code.INVALID_INPUT, message);
    }
}
