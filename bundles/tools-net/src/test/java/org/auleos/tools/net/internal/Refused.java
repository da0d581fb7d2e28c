package org.auleos.tools.net.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolException.Code;

/** A call that must fail with a code. */
final class Refused {

    private Refused() {}

    static void with(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ToolException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }
}
