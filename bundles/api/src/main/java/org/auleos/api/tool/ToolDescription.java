package org.auleos.api.tool;

import java.time.Duration;
import java.util.List;
import org.auleos.json.Json;

/**
 * One version of a tool, as callers choose and understand it.
 *
 * @param pin name, version and digest
 * @param description for a person or a model who has to choose
 * @param permissions capability templates
 * @param effect pure, read, idempotent or effect
 * @param risk none, low, medium or high
 * @param timeout its own limit
 * @param reversible true when its calls can be undone
 * @param probed true when it can tell afterwards whether a call took effect
 * @param input JSON Schema of its input
 * @param output JSON Schema of its output
 */
public record ToolDescription(
        ToolPin pin,
        String description,
        List<String> permissions,
        String effect,
        String risk,
        Duration timeout,
        boolean reversible,
        boolean probed,
        Json.Obj input,
        Json.Obj output) {

    public ToolDescription {
        permissions = List.copyOf(permissions);
    }
}
