package org.auleos.toolbox.internal;

import java.util.List;
import java.util.Optional;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolPin;
import org.auleos.plugin.tool.ToolException.Code;

/** Why a tool cannot be called, in words that help. */
final class Absence {

    private Absence() {}

    /** The outcome for a tool nobody has, or for a version the run began with and that is gone. */
    static Outcome of(String tool, Optional<ToolPin> pinned, Versions versions) {
        if (pinned.isPresent()) {
            ToolPin pin = pinned.get();
            return new Outcome.Failed(
                    Outcome.Failed.VERSION_GONE,
                    pin.name() + " " + pin.version() + " (SHA-256 " + pin.sha256()
                            + "), which this run began with, is gone, and no run is moved to another version silently;"
                            + " install it again",
                    false);
        }
        String namespace = tool.substring(0, tool.indexOf('.') + 1);
        List<String> near = versions.names().stream()
                .filter(name -> !namespace.isEmpty() && name.startsWith(namespace))
                .toList();
        String hint = near.isEmpty() ? "see the list of tools" : "there are " + String.join(", ", near);
        return Results.failed(Code.NOT_FOUND, "there is no tool \"" + tool + "\"; " + hint);
    }
}
