package org.auleos.tools.fs.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.auleos.plugin.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** How the bytes of a file are written in an input or output. */
public enum Encoding {
    /** UTF-8. */
    TEXT,
    /** RFC 4648, for everything else. */
    BASE64;

    /** The bytes of a content; text unless said otherwise. */
    static byte[] bytes(String content, @Nullable Encoding encoding) {
        if (encoding != BASE64) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT,
                    "content is not base64: " + e.getMessage() + "; expected RFC 4648",
                    e);
        }
    }
}
