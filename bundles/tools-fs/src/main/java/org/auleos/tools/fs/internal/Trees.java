package org.auleos.tools.fs.internal;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** A file, a link, or a directory with all below it, taken as one thing. Links are never followed. */
final class Trees {

    private Trees() {}

    /** Copies with permissions and times. What was made so far stays when it fails. */
    static void copy(Target from, Target to, ToolContext context) throws IOException {
        context.checkpoint();
        Entry entry = from.directory().stat(from.path());
        switch (entry.kind()) {
            case FILE -> file(from, to, context);
            case LINK -> to.directory().createLink(to.path(), from.directory().readLink(from.path()));
            case DIRECTORY -> {
                to.directory().createDirectory(to.path());
                for (Entry child : from.directory().list(from.path())) {
                    copy(from.child(child.name()), to.child(child.name()), context);
                }
            }
            case OTHER -> throw special(from);
        }
        if (entry.kind() != Entry.Kind.LINK) {
            to.directory().permissions(to.path(), entry.permissions());
            to.directory().modified(to.path(), entry.modified());
        }
    }

    private static void file(Target from, Target to, ToolContext context) throws IOException {
        try (SeekableByteChannel in = from.read();
                SeekableByteChannel out = to.write(WRITE, CREATE_NEW)) {
            Bytes.copy(in, out, context);
            Bytes.force(out);
        }
    }

    /** Deletes, deepest first. Not stopped half-way by a cancellation, as it ends what was begun or clears it away. */
    static void delete(Target target) throws IOException {
        if (target.directory().stat(target.path()).kind() == Entry.Kind.DIRECTORY) {
            for (Entry child : target.directory().list(target.path())) {
                delete(target.child(child.name()));
            }
        }
        target.directory().delete(target.path());
    }

    /** SHA-256 over names, kinds and contents; equal trees have equal digests, whatever their times and modes. */
    static String digest(Target target, ToolContext context) throws IOException {
        context.checkpoint();
        StringBuilder text = new StringBuilder();
        Entry entry = target.directory().stat(target.path());
        text.append(entry.kind()).append('\n');
        switch (entry.kind()) {
            case FILE -> text.append(Bytes.sha256(target, context).orElse("gone"));
            case LINK -> text.append(target.directory().readLink(target.path()));
            case DIRECTORY -> {
                for (Entry child : target.directory().list(target.path())) {
                    text.append(digest(target.child(child.name()), context));
                    text.append(child.name()).append('\0');
                }
            }
            case OTHER -> throw special(target);
        }
        return Bytes.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ToolException special(Target target) {
        return new ToolException(
                ToolException.Code.INVALID_INPUT,
                target.shown() + " is a device, socket or pipe; expected files, links and directories only");
    }
}
