package org.auleos.tools.fs.internal;

import org.auleos.plugin.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** Optional numbers of an input, with a default and a range. */
final class Limits {

    private Limits() {}

    static int within(String name, @Nullable Integer value, int otherwise, int most) {
        int asked = value == null ? otherwise : value;
        if (asked < 1 || asked > most) {
            throw new ToolException(ToolException.Code.INVALID_INPUT, name + " " + asked + ": expected 1 to " + most);
        }
        return asked;
    }
}
