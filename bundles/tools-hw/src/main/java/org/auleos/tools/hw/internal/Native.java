package org.auleos.tools.hw.internal;

import java.util.function.Function;
import org.auleos.plugin.tool.ToolException;
import oshi.SystemInfo;

/** The library that asks the operating system. It is loaded at the first call, as it unpacks native code. */
final class Native {

    private Native() {}

    /** Asks; throws {@code ToolException} with UNSUPPORTED where the native code does not run. */
    static <T> T ask(Function<SystemInfo, T> question) {
        try {
            return question.apply(new SystemInfo());
        } catch (LinkageError e) {
            throw new ToolException(
                    ToolException.Code.UNSUPPORTED,
                    "this machine does not let the platform load its native library (" + e.getMessage()
                            + "); expected a temporary folder from which programs may run",
                    e);
        }
    }

    /** So many percent, 0 for a part of nothing, with two decimals. */
    static double percent(long part, long whole) {
        return whole <= 0 ? 0 : rounded(100.0 * part / whole);
    }

    /** A fraction from 0 to 1 in percent, with two decimals. */
    static double percent(double fraction) {
        return rounded(100 * fraction);
    }

    /** Two decimals: more would be noise in the ledger. */
    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
