package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.osgi.service.component.annotations.Component;

/** Sets the permissions of a file or directory. */
@Component
@ToolSpec(
        name = "fs.chmod",
        description = "Sets who may read, write and execute a file or directory, e.g. rwxr-x--- or 750.",
        permissions = "fs:write:{path}",
        effect = Effect.IDEMPOTENT)
public final class ChangeMode
        implements Tool<ChangeMode.In, ChangeMode.Out>,
                Reversible<ChangeMode.In, ChangeMode.Before>,
                Probe<ChangeMode.In> {

    private static final Pattern LETTERS = Pattern.compile("([r-][w-][x-]){3}");
    private static final Pattern OCTAL = Pattern.compile("0?[0-7]{3}");

    public record In(
            @Doc("path of a file or directory") String path,

            @Doc("rwxr-x--- or 750; the owner must keep the right to read")
            String permissions) {}

    public record Out(
            @Doc("absolute path") String path,
            @Doc("permissions before, as rwxr-x---") String before,
            @Doc("permissions now") String permissions) {}

    public record Before(String permissions) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(() -> new Before(now(target(in, context))));
    }

    @Override
    public Out call(In in, ToolContext context) {
        String wanted = letters(in.permissions());
        return Explained.explained(() -> {
            Target target = target(in, context);
            String before = now(target);
            target.directory().permissions(target.path(), wanted);
            return new Out(target.shown(), before, now(target));
        });
    }

    @Override
    public Finding probe(In in, ToolContext context) {
        String wanted = letters(in.permissions());
        return Explained.explained(
                () -> now(target(in, context)).equals(wanted) ? Finding.APPLIED : Finding.NOT_APPLIED);
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        String wanted = letters(in.permissions());
        return Explained.explained(() -> {
            Target target = target(in, context);
            String now = now(target);
            if (!now.equals(wanted) && !now.equals(before.permissions())) {
                return Undone.changed(target.shown() + " has permissions " + now + " now; expected " + wanted);
            }
            target.directory().permissions(target.path(), before.permissions());
            return Undone.restored();
        });
    }

    private static Target target(In in, ToolContext context) {
        return Target.writing(context, in.path());
    }

    /** Of the thing itself: setting follows a link, so looking at the link would compare two different things. */
    private static String now(Target target) throws IOException {
        Entry entry = target.directory().stat(target.path());
        if (entry.kind() != Entry.Kind.FILE && entry.kind() != Entry.Kind.DIRECTORY) {
            throw invalid(target.shown() + " is a link, device, socket or pipe; expected a file or directory");
        }
        return entry.permissions();
    }

    /** The owner keeps reading, because Java sets permissions through an opened file, in an undo too. */
    private static String letters(String permissions) {
        String letters = OCTAL.matcher(permissions).matches() ? fromOctal(permissions) : permissions;
        if (!LETTERS.matcher(letters).matches() || letters.charAt(0) != 'r') {
            throw invalid("permissions \"" + permissions
                    + "\": expected a form like rwxr-x--- or 750 that leaves the owner the right to read");
        }
        return letters;
    }

    private static String fromOctal(String permissions) {
        StringBuilder letters = new StringBuilder();
        for (char digit : permissions.substring(permissions.length() - 3).toCharArray()) {
            int bits = digit - '0';
            letters.append((bits & 4) != 0 ? 'r' : '-');
            letters.append((bits & 2) != 0 ? 'w' : '-');
            letters.append((bits & 1) != 0 ? 'x' : '-');
        }
        return letters.toString();
    }

    private static ToolException invalid(String message) {
        return new ToolException(ToolException.Code.INVALID_INPUT, message);
    }
}
