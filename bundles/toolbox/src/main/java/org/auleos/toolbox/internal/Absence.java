package org.auleos.toolbox.internal;

import java.util.List;
import java.util.Optional;
import org.auleos.api.tool.Outcome;
import org.auleos.plugin.tool.ToolException.Code;

/** Why a tool cannot be called, in words that help. */
final class Absence {

    private Absence() {}

    /** The outcome for a tool nobody has, or for a version the run began with and that is gone. */
    static Outcome of(String tool, Optional<ToolVersion> pinned, Versions versions) {
        if (pinned.isPresent()) {
            return Results.failed(
                    Code.UNAVAILABLE,
                    pinned.get() + ", which this run began with, is gone; install it again, or start a new run");
        }
        String namespace = tool.substring(0, tool.indexOf('.') + 1);
        List<String> near = versions.names().stream()
                .filter(name -> !namespace.isEmpty() && name.startsWith(namespace))
                .toList();
        String hint = near.isEmpty() ? "see the list of tools" : "there are " + String.join(", ", near);
        return Results.failed(Code.NOT_FOUND, "there is no tool \"" + tool + "\"; " + hint);
    }
}
