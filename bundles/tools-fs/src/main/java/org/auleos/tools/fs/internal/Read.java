package org.auleos.tools.fs.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads a file, or a part of it. */
@Component
@ToolSpec(
        name = "fs.read",
        description =
                "Reads a file, or a part of it, as text if it is UTF-8 and as base64 otherwise. Use fs.tail for the"
                        + " last lines of a log.",
        permissions = "fs:read:{path}",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Read implements Tool<Read.In, Read.Out> {

    private static final int LIMIT = 128 * 1024;

    /** An answer is at most 1 MiB, and base64 and escapes make it longer than the bytes. */
    private static final int LIMIT_MAX = 512 * 1024;

    /** The longest character of UTF-8, less the byte it begins with. */
    private static final int CUT_CHARACTER = 3;

    public record In(
            @Doc("path of the file") String path,

            @Doc("first byte to read, from 0; 0 unless said") @Nullable
            Long offset,

            @Doc("at most so many bytes, 1 to 524288; 131072 unless said") @Nullable
            Integer limit) {}

    public record Out(
            @Doc("absolute path") String path,
            @Doc("what was read") String content,
            @Doc("text (UTF-8) or base64") Encoding encoding,
            @Doc("first byte that was read") long offset,

            @Doc("bytes that were read; text never ends within a character")
            int bytes,

            @Doc("size of the file, bytes; 0 for some files that the system makes up")
            long size,

            @Doc("true when nothing comes after this") boolean end) {}

    @Override
    public Out call(In in, ToolContext context) {
        int limit = Limits.within("limit", in.limit(), LIMIT, LIMIT_MAX);
        long offset = in.offset() == null ? 0 : in.offset();
        if (offset < 0) {
            throw new ToolException(ToolException.Code.INVALID_INPUT, "offset " + offset + ": expected 0 or more");
        }
        return Explained.explained(() -> {
            Target target = Target.reading(context, in.path());
            try (SeekableByteChannel file = target.read()) {
                byte[] bytes = Bytes.read(file, offset, limit);
                boolean end = bytes.length < limit || offset + bytes.length == file.size();
                return out(target, bytes, offset, file.size(), end);
            }
        });
    }

    private static Out out(Target target, byte[] bytes, long offset, long size, boolean end) {
        for (int cut = 0; cut <= (end ? 0 : CUT_CHARACTER); cut++) {
            String text = text(bytes, bytes.length - cut);
            if (text != null) {
                return new Out(target.shown(), text, Encoding.TEXT, offset, bytes.length - cut, size, end);
            }
        }
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return new Out(target.shown(), base64, Encoding.BASE64, offset, bytes.length, size, end);
    }

    private static @Nullable String text(byte[] bytes, int length) {
        if (length < 0) {
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(length);
        boolean whole =
                !decoder.decode(ByteBuffer.wrap(bytes, 0, length), text, true).isError();
        String decoded = text.flip().toString();
        return whole && decoded.indexOf('\0') < 0 ? decoded : null;
    }
}
