package org.auleos.plugin.files;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.auleos.plugin.tool.ToolException;

/**
 * File names as text, whatever bytes they are made of and whatever locale the platform runs in. Names are read as UTF-8;
 * a byte that is not part of UTF-8 becomes <code>\xHH</code>, and a backslash that would read as the start of such a byte becomes
 * <code>\x5C</code>, so that every name has exactly one text and every text one name.
 */
final class NativeName {

    private static final Pattern ESCAPE = Pattern.compile("\\\\x(5C(?=(?:x5C)*x[89A-F][0-9A-F])|[89A-F][0-9A-F])");
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Path TOP = Path.of("/");

    private NativeName() {}

    /** The text of a single name. */
    static String text(Path name) {
        String plain = name.toString();
        byte[] bytes = plain.chars().allMatch(c -> c < 0x80) ? plain.getBytes(StandardCharsets.US_ASCII) : bytes(name);
        return decode(bytes);
    }

    /** The text of an absolute path. */
    static String absolute(Path path) {
        return "/" + names(path);
    }

    /** The text of a link's target, absolute or not. */
    static String target(Path path) {
        return path.isAbsolute() ? absolute(path) : names(path);
    }

    /** The names in a path, without the ones that say nothing. */
    static List<String> parts(String path) {
        return SLASH.splitAsStream(path)
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }

    /** The target of a link from its text. */
    static Path link(String target) {
        Path path = Path.of(target.startsWith("/") ? "/" : "");
        for (String name : parts(target)) {
            path = path.resolve(path(name));
        }
        return path;
    }

    private static String names(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(NativeName::text)
                .collect(Collectors.joining("/"));
    }

    /**
     * The single name that a text stands for.
     *
     * @throws ToolException with INVALID_INPUT when no file can have that name
     */
    static Path path(String text) {
        if (text.indexOf('\0') >= 0 || text.indexOf('/') >= 0) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT,
                    "\"" + text.replace('\0', '?') + "\" is no file name: expected neither NUL nor / in it");
        }
        try {
            return text.indexOf('\\') < 0 && text.chars().allMatch(c -> c < 0x80)
                    ? Path.of(text)
                    : fromBytes(encode(text));
        } catch (InvalidPathException | CharacterCodingException e) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT, "\"" + text + "\" is no file name on this machine", e);
        }
    }

    /** The file URI of a path carries its raw bytes; no other public way leads to them. */
    private static byte[] bytes(Path name) {
        String raw = TOP.resolve(name).toUri().getRawPath();
        String trimmed = raw.length() > 1 && raw.endsWith("/") ? raw.substring(1, raw.length() - 1) : raw.substring(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < trimmed.length(); i++) {
            boolean escaped = trimmed.charAt(i) == '%';
            bytes.write(escaped ? HexFormat.fromHexDigits(trimmed, i + 1, i + 3) : trimmed.charAt(i));
            i += escaped ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    private static Path fromBytes(byte[] bytes) {
        HexFormat percent = HexFormat.of().withPrefix("%").withUpperCase();
        return Path.of(URI.create("file:///" + percent.formatHex(bytes))).getFileName();
    }

    private static String decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        StringBuilder text = new StringBuilder(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            text.append(ESCAPE.matcher(out.flip()).replaceAll("\\\\x5Cx$1"));
            out.clear();
            if (result.isUnderflow()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(in.get()));
            }
        }
    }

    private static byte[] encode(String text) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = ESCAPE.matcher(text);
        int done = 0;
        while (escape.find()) {
            bytes.writeBytes(utf8(text.substring(done, escape.start())));
            bytes.write(HexFormat.fromHexDigits(escape.group(1)));
            done = escape.end();
        }
        bytes.writeBytes(utf8(text.substring(done)));
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) throws CharacterCodingException {
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }
}
