package org.auleos.policy.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.ExactCall;
import org.auleos.json.Json;

/**
 * An exact call as lines that show what they are made of: no character in them controls a terminal, reorders text or is
 * invisible (after "Trojan Source", Boucher and Anderson, 2021), and nothing is left out without saying so.
 */
final class CallText {

    private static final int LONGEST_TEXT = 400;
    private static final int MOST_LINES = 200;

    private final List<String> lines = new ArrayList<>();

    private CallText() {}

    static List<String> lines(Approval approval) {
        ExactCall call = approval.call();
        CallText text = new CallText();
        text.label("tool", plain(call.tool()) + " " + plain(call.version()) + ", SHA-256 " + plain(call.sha256()));
        text.label("risk", plain(call.risk()));
        text.label("by", plain(call.actor()) + " for " + plain(call.onBehalfOf()));
        text.label("run", plain(call.run()) + ", unit " + plain(call.unit()) + ", key " + plain(call.key()));
        if (call.capabilities().isEmpty()) {
            text.label("needs", "nothing");
        }
        for (Capability needed : call.capabilities()) {
            text.label("needs", plain(needed.toString()));
        }
        text.label("policy", plain(call.policy()));
        text.input(call.input());
        text.label("digest", approval.digest());
        return List.copyOf(text.lines);
    }

    private void label(String name, String value) {
        lines.add(name + " ".repeat(9 - name.length()) + value);
    }

    private void input(Json.Obj input) {
        CallText whole = new CallText();
        whole.value("", input, "", "");
        label("input", whole.lines.get(0));
        List<String> rest = whole.lines.subList(1, whole.lines.size());
        rest.stream().limit(MOST_LINES).forEach(lines::add);
        if (rest.size() > MOST_LINES) {
            lines.add("… cut: " + (rest.size() - MOST_LINES) + " lines more; the whole input has "
                    + input.bytes().length + " bytes, SHA-256 " + sha256(input.bytes()));
        }
    }

    /** Adds a value between what stands before and behind it; an object's members are sorted, as in the canonical form. */
    private void value(String before, Json value, String behind, String indent) {
        if (value instanceof Json.Obj object && !object.members().isEmpty()) {
            lines.add(before + "{");
            int left = object.members().size();
            for (var member : new TreeMap<>(object.members()).entrySet()) {
                String name = indent + "  " + quoted(member.getKey()) + ": ";
                value(name, member.getValue(), --left == 0 ? "" : ",", indent + "  ");
            }
            lines.add(indent + "}" + behind);
        } else if (value instanceof Json.Arr array && !array.items().isEmpty()) {
            lines.add(before + "[");
            int left = array.items().size();
            for (Json item : array.items()) {
                value(indent + "  ", item, --left == 0 ? "" : ",", indent + "  ");
            }
            lines.add(indent + "]" + behind);
        } else {
            lines.add(before + (value instanceof Json.Str text ? quoted(text.value()) : value.text()) + behind);
        }
    }

    /** A JSON text, with what was cut said behind its quotes, where nothing of the text can be. */
    private static String quoted(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST_TEXT) {
            return "\"" + escaped(text, true) + "\"";
        }
        String begin = text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
        return "\"" + escaped(begin, true) + "\"… cut: " + length + " characters in all, SHA-256 "
                + sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Text outside quotes. */
    static String plain(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean quotes) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\\' || (quotes && c == '"')) {
                out.append('\\').append((char) c);
            } else if (visible(c)) {
                out.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    out.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
            }
        });
        return out.toString();
    }

    private static boolean visible(int c) {
        if (c < 0x80) {
            return c >= ' ' && c < 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> !blank(c);
        };
    }

    /** Letters and marks that show nothing: Unicode's default ignorable code points beyond the formats, and a blank pattern. */
    private static boolean blank(int c) {
        return c == 0x034f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xe0000 && c <= 0xe0fff);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
