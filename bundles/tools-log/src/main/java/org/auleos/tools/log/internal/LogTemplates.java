package org.auleos.tools.log.internal;

import java.io.IOException;
import java.util.List;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.auleos.tools.log.internal.mine.Template;
import org.auleos.tools.log.internal.scan.Assignments;
import org.auleos.tools.log.internal.scan.Scan;
import org.osgi.service.component.annotations.Component;

/** Mines the templates of logs and writes which line belongs to which. */
@Component
@ToolSpec(
        name = "log.templates",
        description =
                "Finds the kinds of messages (templates) in log files and writes the template number of every line to a new file.",
        permissions = {"fs:read:{paths}", "fs:write:{assignments}"},
        effect = Effect.EFFECT,
        risk = Risk.LOW,
        timeout = "PT1H")
public final class LogTemplates
        implements Tool<LogTemplates.In, LogTemplates.Out>, Reversible<LogTemplates.In, LogTemplates.Before> {

    public record In(
            @Doc("files and directories to read") List<String> paths,

            @Doc("file to write: one template number per physical line; must not exist yet")
            String assignments) {}

    public record Out(
            @Doc("the templates, the most frequent first") List<Template> templates,

            @Doc("the file with one template number per physical line")
            String assignments,

            @Doc("bytes of that file") long bytes) {}

    /** What was there before. */
    public record Before(
            @Doc("whether the file existed already; then the call is refused")
            boolean existed) {}

    @Override
    public Before before(In in, ToolContext context) throws IOException {
        Place place = context.place(in.assignments(), Directory.Access.WRITE);
        return new Before(place.directory().exists(place.path()));
    }

    @Override
    public Out call(In in, ToolContext context) throws IOException {
        Place target = context.place(in.assignments(), Directory.Access.WRITE);
        if (target.directory().exists(target.path())) {
            throw new ToolException(
                    ToolException.Code.ALREADY_EXISTS,
                    in.assignments() + " exists already; name a file that does not, or delete that one first");
        }
        try (Assignments assignments = new Assignments(context.storage(), context.idempotencyKey())) {
            Scan scan = new Scan(context, in.paths());
            scan.read(assignments);
            long bytes = assignments.write(scan.inputs(), target);
            return new Out(assignments.templates(), in.assignments(), bytes);
        }
    }

    @Override
    public Undone undo(In in, Before before, java.util.Optional<? extends Record> output, ToolContext context)
            throws IOException {
        Place place = context.place(in.assignments(), Directory.Access.WRITE);
        if (before.existed() || !place.directory().exists(place.path())) {
            return Undone.restored();
        }
        long size = place.directory().stat(place.path()).size();
        if (output.isPresent() && output.get() instanceof Out out && out.bytes() != size) {
            return Undone.changed(in.assignments() + " has " + size + " bytes, but " + out.bytes() + " were written");
        }
        place.directory().delete(place.path());
        return Undone.restored();
    }
}
