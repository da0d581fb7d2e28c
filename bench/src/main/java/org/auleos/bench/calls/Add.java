package org.auleos.bench.calls;

import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;

/** Adds two numbers. */
public final class Add implements Tool<Add.In, Add.Out> {

    /** What to add. */
    public record In(String label, int left, long right) {}

    /** The sum. */
    public record Out(long sum) {}

    @Override
    public Out call(In in, ToolContext context) {
        return add(in);
    }

    Out add(In in) {
        return new Out(in.left() + in.right());
    }
}
