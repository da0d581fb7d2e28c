package com.acme.text;

import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;

/** Counts the words of a text. */
@Component
@ToolSpec(
        name = "acme.count_words",
        description = "Counts the words of a text, separated by white space.",
        effect = Effect.PURE)
public final class CountWords implements Tool<CountWords.In, CountWords.Out> {

    /** The input. */
    public record In(@Doc("the text") String text) {}

    /** The answer. */
    public record Out(@Doc("how many words it has") long words) {}

    @Override
    public Out call(In input, ToolContext context) {
        return new Out(input.text().strip().split("\\s+", -1).length);
    }
}
