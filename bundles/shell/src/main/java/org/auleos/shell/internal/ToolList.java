package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.Toolbox;

/** Lists tools. */
@Service
@Command(scope = "tool", name = "list", description = "List the tools.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class ToolList extends Base {

    @Reference
    private Toolbox toolbox;

    @Override
    void run() {
        ShellTable table = table("Tool", "Version", "Effect", "Risk", "Undo", "What it does");
        for (ToolDescription tool : toolbox.tools()) {
            row(
                    table,
                    tool.pin().name(),
                    tool.pin().version(),
                    tool.effect(),
                    tool.risk(),
                    tool.reversible() ? "yes" : "-",
                    tool.description());
        }
        table.print(out());
    }
}
