package org.auleos.tools.log.internal.finding;

import java.util.Map;
import java.util.TreeMap;

/**
 * A proposed tool call; nothing runs it without approval.
 *
 * @param tool the tool's name
 * @param input the tool's input, by field
 * @param undoable whether the tool can take its effect back (a tool that only looks is undoable: it changes nothing)
 * @param why what the call is good for, one sentence
 */
public record Action(String tool, Map<String, String> input, boolean undoable, String why) {

    public Action {
        input = java.util.Collections.unmodifiableMap(new TreeMap<>(input));
    }
}
