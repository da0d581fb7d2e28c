package com.acme.text;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Scanner;
import java.util.Set;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;

/** Counts the words of a text file. */
@Component
@ToolSpec(
        name = "acme.count_words",
        description = "Counts the words of a text file.",
        permissions = "fs:read:{path}",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class CountWords implements Tool<CountWords.In, CountWords.Out> {

    /** The input. */
    public record In(@Doc("the file, absolute or relative to the workspace") String path) {}

    /** The answer. */
    public record Out(@Doc("words separated by white space") long words) {}

    @Override
    public Out call(In in, ToolContext context) throws IOException {
        Place place = context.place(in.path(), Directory.Access.READ);
        try (var channel = place.directory().open(place.path(), Set.of(StandardOpenOption.READ));
                var words = new Scanner(Channels.newInputStream(channel), StandardCharsets.UTF_8)) {
            return new Out(words.tokens().count());
        }
    }
}
