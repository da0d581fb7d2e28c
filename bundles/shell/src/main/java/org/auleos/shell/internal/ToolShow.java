package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.Toolbox;

/** Shows one tool. */
@Service
@Command(scope = "tool", name = "show", description = "Show a tool: permissions, input, output.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class ToolShow extends Base {

    @Reference
    private Toolbox toolbox;

    @Argument(name = "name", description = "the tool's name", required = true)
    @Completion(ToolCompleter.class)
    private String name;

    @Override
    void run() {
        ToolDescription tool = toolbox.tool(name)
                .orElseThrow(() -> new IllegalArgumentException("no tool \"" + name + "\"; tool:list lists them"));
        say(tool.pin().name() + " " + tool.pin().version() + "  sha256 "
                + tool.pin().sha256());
        say(tool.description());
        say("effect " + tool.effect() + ", risk " + tool.risk() + ", "
                + (tool.reversible() ? "can be undone" : "cannot be undone") + ", at most " + tool.timeout());
        say("needs " + String.join(", ", tool.permissions()));
        say("input");
        tool.input().pretty().lines().forEach(Base::say);
        say("output");
        tool.output().pretty().lines().forEach(Base::say);
    }
}
