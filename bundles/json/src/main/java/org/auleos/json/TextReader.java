package org.auleos.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one text into a value, refusing everything RFC 8259 leaves to the reader. Confined to one thread. */
final class TextReader {

    /** Our own limits on size and depth come first, so those of Jackson never show. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * JsonText.MAX_STORED_DEPTH)
                    .maxStringLength(JsonText.MAX_STORED_BYTES)
                    .maxNameLength(JsonText.MAX_STORED_BYTES)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final int maxDepth;

    TextReader(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    Json read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return read(parser);
        } catch (IOException e) {
            throw JsonText.unreadable(e);
        }
    }

    private Json read(JsonParser parser) throws IOException {
        try {
            Json value = value(parser, parser.nextToken(), 0);
            if (parser.nextToken() != null) {
                throw new JsonException("", "something follows the value; expected the end of the text");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new JsonException(path(parser), place(e) + e.getOriginalMessage(), e);
        }
    }

    private Json value(JsonParser parser, @Nullable JsonToken token, int depth) throws IOException {
        if (token == null) {
            throw new JsonException(path(parser), "the text ends; expected a value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, deeper(parser, depth));
            case START_ARRAY -> array(parser, deeper(parser, depth));
            case VALUE_STRING -> new Json.Str(wellFormed(parser, parser.getText()));
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Json.Bool.TRUE;
            case VALUE_FALSE -> Json.Bool.FALSE;
            case VALUE_NULL -> Json.Null.NULL;
            default -> throw new JsonException(path(parser), "expected a value, found " + parser.getText());
        };
    }

    private Json object(JsonParser parser, int depth) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            wellFormed(parser, name);
            Json value = value(parser, parser.nextToken(), depth);
            if (members.put(name, value) != null) {
                throw new JsonException(path(parser), "the member stands there twice; expected it once");
            }
        }
        return new Json.Obj(members);
    }

    private Json array(JsonParser parser, int depth) throws IOException {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, depth));
        }
        return new Json.Arr(items);
    }

    private static Json whole(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new JsonException(path(parser), "a whole number beyond 64 bits; expected one of at most 64 bits");
        }
        return new Json.Int(parser.getLongValue());
    }

    private static Json number(JsonParser parser) throws IOException {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new JsonException(path(parser), "the number " + excerpt(parser.getText()) + " is out of range");
        }
        return new Json.Dec(value);
    }

    private int deeper(JsonParser parser, int depth) {
        if (depth == maxDepth) {
            throw new JsonException(path(parser), "nested deeper than " + maxDepth + " levels");
        }
        return depth + 1;
    }

    private static String wellFormed(JsonParser parser, String text) {
        if (Unicode.loneSurrogate(text) >= 0) {
            throw new JsonException(path(parser), "half of a surrogate pair; expected whole Unicode characters");
        }
        return text;
    }

    /** Where the parser stands, e.g. {@code paths[2].name}. */
    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        append(path, parser.getParsingContext());
        return excerpt(path.toString());
    }

    private static void append(StringBuilder path, @Nullable JsonStreamContext context) {
        if (context == null) {
            return;
        }
        append(path, context.getParent());
        if (context.inObject() && context.getCurrentName() != null) {
            path.append(path.isEmpty() ? "" : ".").append(context.getCurrentName());
        } else if (context.inArray() && context.hasCurrentIndex()) {
            path.append('[').append(context.getCurrentIndex()).append(']');
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
    }

    /** So that a hostile text does not flood the message that refuses it. */
    private static String excerpt(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
