package org.auleos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.auleos.api.work.Reference;
import org.auleos.json.Json;
import org.auleos.planner.internal.PlanFile.Kind;

/** The common form of a parameter's value, and what is refused. */
final class ParameterForm {

    private static final Pattern UPWARDS = Pattern.compile("(^|/)\\.\\.(/|$)");

    private ParameterForm() {}

    /** The value in its common form; empty when it is not of that kind. */
    static Optional<Json> of(Kind kind, Json value) {
        if (!Reference.in(value).isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case STRING -> Optional.of(value).filter(Json.Str.class::isInstance);
            case INT -> integer(value);
            case BOOL -> bool(value);
            case PATH -> text(value).filter(ParameterForm::path).map(Json::of);
            case DURATION -> text(value).flatMap(Sentence::duration).map(it -> Json.of(it.toString()));
            case LIST -> list(value, Kind.STRING);
            case PATHS -> list(value, Kind.PATH);
        };
    }

    /** What is expected, for a sentence. */
    static String expected(Kind kind) {
        return switch (kind) {
            case STRING -> "a text that is no reference";
            case INT -> "a whole number";
            case BOOL -> "true or false";
            case PATH -> "an absolute path without ..";
            case DURATION -> "a length of time such as 24h, 7d or PT30M";
            case LIST -> "a list of texts";
            case PATHS -> "absolute paths without ..";
        };
    }

    private static Optional<String> text(Json value) {
        return value instanceof Json.Str string ? Optional.of(string.value()) : Optional.empty();
    }

    private static Optional<Json> integer(Json value) {
        Optional<String> digits = text(value).filter(it -> it.matches("-?\\d{1,18}"));
        return digits.isPresent()
                ? digits.map(it -> Json.of(Long.parseLong(it)))
                : Optional.of(value).filter(Json.Int.class::isInstance);
    }

    private static Optional<Json> bool(Json value) {
        Optional<String> word = text(value).filter(it -> it.equals("true") || it.equals("false"));
        return word.isPresent()
                ? word.map(it -> Json.of(it.equals("true")))
                : Optional.of(value).filter(Json.Bool.class::isInstance);
    }

    private static boolean path(String text) {
        return text.startsWith("/")
                && text.indexOf('\0') < 0
                && !UPWARDS.matcher(text).find();
    }

    private static Optional<Json> list(Json value, Kind items) {
        List<Json> all = value instanceof Json.Arr array ? array.items() : List.of(value);
        List<Json> good = new ArrayList<>();
        all.forEach(item -> of(items, item).ifPresent(good::add));
        return good.size() == all.size() ? Optional.of(new Json.Arr(good)) : Optional.empty();
    }
}
