package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Writes a whole file. */
@Component
@ToolSpec(
        name = "fs.write",
        description = "Writes a whole file, replacing what is there or creating it. Use fs.append to add to the end.",
        permissions = "fs:write:{path}",
        effect = Effect.IDEMPOTENT)
public final class Write implements Tool<Write.In, Write.Out>, Reversible<Write.In, Write.Before>, Probe<Write.In> {

    /** Whether the file may be there already. */
    public enum Mode {
        /** Must not be there yet. */
        CREATE,
        /** Must be there. */
        REPLACE,
        /** Either. */
        ANY
    }

    public record In(
            @Doc("path of the file; its directory must exist")
            String path,

            @Doc("the whole new content") String content,

            @Doc("how the content is written: text (UTF-8, the default) or base64") @Nullable
            Encoding encoding,

            @Doc("create: must not exist, replace: must exist, any: either (the default)") @Nullable
            Mode mode) {}

    public record Out(
            @Doc("absolute path") String path,
            @Doc("size now, bytes") long size,
            @Doc("SHA-256 of the content, hexadecimal") String sha256,
            @Doc("true when there was no such file before") boolean created) {}

    public record Before(@Nullable Kept kept) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target target = Target.writing(context, in.path()).named();
            Optional<Entry> entry = target.entry();
            return new Before(entry.isEmpty() ? null : Kept.of(target, entry.get(), context));
        });
    }

    @Override
    public Out call(In in, ToolContext context) {
        byte[] bytes = Encoding.bytes(in.content(), in.encoding());
        return Explained.explained(
                () -> write(Target.writing(context, in.path()).named(), in, bytes, context));
    }

    private static Out write(Target target, In in, byte[] bytes, ToolContext context) throws IOException {
        boolean exists = target.exists();
        boolean done = context.attempt() > 1 && there(target, bytes, context);
        if (!done) {
            require(target, in.mode() == null ? Mode.ANY : in.mode(), exists);
            Replacement.put(target, out -> Bytes.write(out, bytes), context);
        }
        return new Out(target.shown(), bytes.length, Bytes.sha256(bytes), !exists);
    }

    private static void require(Target target, Mode mode, boolean exists) {
        if (mode == Mode.CREATE && exists) {
            throw new ToolException(
                    ToolException.Code.ALREADY_EXISTS,
                    target.shown() + " exists already; mode create replaces nothing");
        }
        if (mode == Mode.REPLACE && !exists) {
            throw new ToolException(
                    ToolException.Code.NOT_FOUND, target.shown() + " does not exist; mode replace creates nothing");
        }
    }

    @Override
    public Finding probe(In in, ToolContext context) {
        byte[] bytes = Encoding.bytes(in.content(), in.encoding());
        return Explained.explained(() -> {
            Target target = Target.writing(context, in.path()).named();
            if (!target.exists()) {
                return Finding.NOT_APPLIED;
            }
            return there(target, bytes, context) ? Finding.APPLIED : Finding.UNKNOWN;
        });
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        byte[] written = Encoding.bytes(in.content(), in.encoding());
        return Explained.explained(() -> {
            Target target = Target.writing(context, in.path()).named();
            Optional<String> now = Bytes.sha256(target, context);
            Optional<String> then = Optional.ofNullable(before.kept()).map(Kept::sha256);
            if (now.equals(then)) {
                return Undone.restored();
            }
            if (!now.equals(Optional.of(Bytes.sha256(written)))) {
                return Undone.changed(target.shown() + " is no longer what was written: "
                        + now.map(sha -> "its SHA-256 is " + sha).orElse("it is gone") + ", expected "
                        + Bytes.sha256(written));
            }
            if (before.kept() == null) {
                target.directory().delete(target.path());
            } else {
                before.kept().restore(target, context);
            }
            return Undone.restored();
        });
    }

    private static boolean there(Target target, byte[] bytes, ToolContext context) throws IOException {
        return Bytes.sha256(target, context).equals(Optional.of(Bytes.sha256(bytes)));
    }
}
