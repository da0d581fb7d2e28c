package org.auleos.tools.fs.internal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was: small content inside the memento, larger content in the storage of the tool.
 *
 * @param base64 the content, when it is at most {@value #INSIDE} bytes
 * @param stored name of the copy in the storage, when it is larger
 * @param sha256 of the content
 * @param permissions as {@code rwxr-x---}
 * @param modified last change
 */
record Kept(@Nullable String base64, @Nullable String stored, String sha256, String permissions, Instant modified) {

    /** More than that is kept beside the ledger, not in it. */
    static final int INSIDE = 64 * 1024;

    /** More than that is not kept, so that no small call fills the disk; the change is refused instead. */
    static final long LIMIT = 256L * 1024 * 1024;

    static Kept of(Target target, Entry entry, ToolContext context) throws IOException {
        try (SeekableByteChannel in = target.read()) {
            if (in.size() > LIMIT) {
                throw new ToolException(
                        ToolException.Code.TOO_LARGE,
                        target.shown() + " has " + in.size() + " bytes; at most " + LIMIT
                                + " can be kept for an undo. Move it aside, then write a new one");
            }
            boolean inside = in.size() <= INSIDE;
            String base64 = inside ? Base64.getEncoder().encodeToString(Bytes.read(in, 0, INSIDE)) : null;
            String stored = inside ? null : store(in, context);
            String sha256 = Bytes.sha256(target, context).orElseThrow();
            return new Kept(
                    base64,
                    stored,
                    sha256,
                    entry.permissions(),
                    entry.modified().toInstant());
        }
    }

    private static String store(SeekableByteChannel in, ToolContext context) throws IOException {
        String prefix =
                "kept-" + context.attempt() + "-"; // a later attempt finds what an earlier one left, and keeps that too
        Target copy = new Target(context.storage(), Bytes.name(prefix, context));
        try (SeekableByteChannel out = copy.write(WRITE, CREATE, TRUNCATE_EXISTING)) {
            Bytes.copy(in, out, context);
            Bytes.force(out);
        }
        return copy.path();
    }

    /** Puts the file back as it was. */
    void restore(Target target, ToolContext context) throws IOException {
        Replacement.put(target, out -> write(out, context), context);
        target.directory().permissions(target.path(), permissions);
        target.directory().modified(target.path(), FileTime.from(modified));
    }

    private void write(SeekableByteChannel out, ToolContext context) throws IOException {
        if (base64 != null) {
            Bytes.write(out, Base64.getDecoder().decode(base64));
        } else if (stored != null) {
            try (SeekableByteChannel in = new Target(context.storage(), stored).read()) {
                Bytes.copy(in, out, context);
            }
        }
    }
}
