package org.auleos.tools.fs.internal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.plugin.tool.Undone;
import org.osgi.service.component.annotations.Component;

/** Adds text to the end of a file. */
@Component
@ToolSpec(
        name = "fs.append",
        description = "Adds text to the end of a file, creating the file if it is missing. Give the newline yourself.",
        permissions = "fs:write:{path}")
public final class Append implements Tool<Append.In, Append.Out>, Reversible<Append.In, Append.Before> {

    /** So much of the old end is compared before an undo cuts the file there. */
    private static final int TAIL = 4096;

    public record In(
            @Doc("path of the file") String path,

            @Doc("text to add, as it is: a line needs its newline")
            String text) {}

    public record Out(
            @Doc("absolute path") String path,
            @Doc("size now, bytes") long size) {}

    /** The size before, and the SHA-256 of the last bytes up to there. */
    public record Before(boolean existed, long size, String tail) {}

    @Override
    public Before before(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target target = Target.writing(context, in.path()).named();
            if (!target.exists()) {
                return new Before(false, 0, tail(new byte[0]));
            }
            try (SeekableByteChannel file = target.read()) {
                return new Before(true, file.size(), tail(file, file.size()));
            }
        });
    }

    @Override
    public Out call(In in, ToolContext context) {
        return Explained.explained(() -> {
            Target target = Target.writing(context, in.path()).named();
            try (SeekableByteChannel file = target.write(WRITE, CREATE)) {
                file.position(file.size());
                Bytes.write(file, bytes(in));
                Bytes.force(file);
                return new Out(target.shown(), file.size());
            }
        });
    }

    @Override
    public Undone undo(In in, Before before, Optional<? extends Record> output, ToolContext context) {
        return Explained.explained(() -> {
            Target target = Target.writing(context, in.path()).named();
            if (!target.exists()) {
                return before.existed() ? Undone.changed(target.shown() + " is gone") : Undone.restored();
            }
            try (SeekableByteChannel file = target.write(READ, WRITE)) {
                return cut(target, file, bytes(in), before);
            }
        });
    }

    private static Undone cut(Target target, SeekableByteChannel file, byte[] added, Before before) throws IOException {
        boolean same = file.size() >= before.size() && tail(file, before.size()).equals(before.tail());
        if (same && before.existed() && file.size() == before.size()) {
            return Undone.restored();
        }
        // a crash may have left the beginning of the text only
        byte[] after = Bytes.read(file, before.size(), added.length + 1);
        if (!same || after.length > added.length || !Arrays.equals(after, Arrays.copyOf(added, after.length))) {
            return Undone.changed(target.shown() + " has " + file.size() + " bytes and is no longer the "
                    + before.size() + " bytes of before with the text after them");
        }
        if (before.existed()) {
            file.truncate(before.size());
            Bytes.force(file);
        } else {
            target.directory().delete(target.path());
        }
        return Undone.restored();
    }

    private static byte[] bytes(In in) {
        return in.text().getBytes(StandardCharsets.UTF_8);
    }

    private static String tail(SeekableByteChannel file, long end) throws IOException {
        long from = Math.max(0, end - TAIL);
        return tail(Bytes.read(file, from, (int) (end - from)));
    }

    private static String tail(byte[] bytes) {
        return Bytes.sha256(bytes);
    }
}
