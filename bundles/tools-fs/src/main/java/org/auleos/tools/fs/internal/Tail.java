package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads the last lines of a file. */
@Component
@ToolSpec(
        name = "fs.tail",
        description = "Reads the last lines of a text file, such as a log, without reading the rest.",
        permissions = "fs:read:{path}",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Tail implements Tool<Tail.In, Tail.Out> {

    private static final int LINES = 50;
    private static final int LINES_MAX = 10_000;

    /** Lines further back are not looked for, so that a file without newlines costs no more than any other. */
    private static final int WINDOW = 256 * 1024;

    public record In(
            @Doc("path of the file") String path,

            @Doc("how many lines, 1 to 10000; 50 unless said") @Nullable
            Integer lines) {}

    public record Out(
            @Doc("absolute path") String path,

            @Doc("the lines, oldest first, without their newlines; bytes that are no UTF-8 replaced")
            List<String> lines,

            @Doc("offset of the first of them in the file, bytes")
            long offset,

            @Doc("size of the file, bytes") long size,

            @Doc("true when fewer lines than asked were given because the last 256 KiB hold no more")
            boolean truncated) {}

    @Override
    public Out call(In in, ToolContext context) {
        int wanted = Limits.within("lines", in.lines(), LINES, LINES_MAX);
        return Explained.explained(() -> {
            Target target = Target.reading(context, in.path());
            try (SeekableByteChannel file = target.read()) {
                return last(target, file, wanted);
            }
        });
    }

    private static Out last(Target target, SeekableByteChannel file, int wanted) throws IOException {
        long size = file.size();
        long from = Math.max(0, size - WINDOW);
        byte[] window = Bytes.read(file, from, (int) (size - from));
        int start = window.length;
        int lines = 0;
        for (int at = window.length - 2; at >= 0 && lines < wanted; at--) {
            if (window[at] == '\n') {
                start = at + 1;
                lines++;
            }
        }
        boolean top = lines < wanted && from == 0;
        if (top || lines == 0) {
            start = 0;
        }
        String text = new String(window, start, window.length - start, StandardCharsets.UTF_8);
        return new Out(target.shown(), text.lines().toList(), from + start, size, lines < wanted && from > 0);
    }
}
