package org.auleos.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {

    /** Stands for the plugin API's annotation of that name. */
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Doc {
        String value();
    }

    private enum Color {
        RED,
        DARK_BLUE
    }

    private record Point(int x, long y) {
        Point {
            if (x < 0) {
                throw new IllegalArgumentException("x is " + x + "; expected 0 or more");
            }
        }
    }

    private sealed interface Shape {
        record Circle(double radius) implements Shape {}

        sealed interface Flat extends Shape {}

        record DarkSquare(Point corner, Optional<Color> color) implements Flat {}
    }

    record Tag(String text) {
        public static Tag of(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a tag is blank; expected some text");
            }
            return new Tag(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private record All(
            String text,
            boolean yes,
            Integer number,
            double ratio,
            Color color,
            Instant when,
            Duration length,
            Json any,
            Json.Obj object,
            List<Point> points,
            Set<String> names,
            Map<String, Color> colors,
            Optional<Point> maybe,
            @Nullable String note,
            Shape shape,
            Tag tag) {}

    private record Small(
            @Doc("where it is") String path, @Nullable Integer line, Optional<List<String>> words) {}

    private static All all() {
        return new All(
                "téxt",
                true,
                7,
                0.5,
                Color.DARK_BLUE,
                Instant.parse("2026-01-31T12:00:00.5Z"),
                Duration.ofSeconds(90),
                Json.Null.NULL,
                Json.empty().with("z", Json.of(1)).with("a", Json.of(2)),
                List.of(new Point(1, 2), new Point(3, 4)),
                Set.of("b", "a", "c"),
                Map.of("k", Color.RED),
                Optional.of(new Point(5, 6)),
                null,
                new Shape.DarkSquare(new Point(7, 8), Optional.empty()),
                new Tag("x y"));
    }

    @Test
    void everyKindOfComponentSurvivesTheWayThereAndBack() {
        Codec<All> codec = Codec.of(All.class);

        Json written = codec.write(all());

        assertThat(written.text())
                .isEqualTo("{\"any\":null,\"color\":\"dark_blue\",\"colors\":{\"k\":\"red\"},\"length\":\"PT1M30S\","
                        + "\"maybe\":{\"x\":5,\"y\":6},\"names\":[\"a\",\"b\",\"c\"],\"number\":7,"
                        + "\"object\":{\"a\":2,\"z\":1},\"points\":[{\"x\":1,\"y\":2},{\"x\":3,\"y\":4}],\"ratio\":0.5,"
                        + "\"shape\":{\"corner\":{\"x\":7,\"y\":8},\"type\":\"darkSquare\"},\"tag\":\"x y\","
                        + "\"text\":\"téxt\",\"when\":\"2026-01-31T12:00:00.500Z\",\"yes\":true}");
        assertThat(codec.read(Json.parse(written.bytes()))).isEqualTo(all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"x\":1}|y|is missing",
                "{\"x\":1,\"y\":2,\"z\":3}|z|is unknown; expected x, y",
                "{\"x\":1,\"y\":2,\"type\":3}|type|is unknown; expected x, y",
                "{\"x\":\"1\",\"y\":2}|x|expected a whole number of 32 bits, found the string \"1\"",
                "{\"x\":2147483648,\"y\":2}|x|expected a whole number of 32 bits, found the number 2147483648",
                "{\"x\":1.5,\"y\":2}|x|found the number 1.5",
                "{\"x\":1,\"y\":null}|y|found null",
                "{\"x\":1,\"y\":1e300}|y|expected a whole number",
                "{\"x\":-1,\"y\":2}||x is -1; expected 0 or more",
                "[]||expected an object, found an array",
            })
    void whatDoesNotFitIsRefusedByName(String text, @Nullable String path, String problem) {
        assertThatThrownBy(() -> Codec.of(Point.class).read(Json.parse(text)))
                .isInstanceOfSatisfying(JsonException.class, e -> {
                    assertThat(e.path()).isEqualTo(path == null ? "" : path);
                    assertThat(e).hasMessageContaining(problem);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "points|[{\"x\":1,\"y\":1},{\"x\":1}]|points[1].y",
                "points|[{\"x\":1,\"y\":1,\"w\":0}]|points[0].w",
                "names|[\"a\",\"a\"]|names[1]",
                "colors|{\"q\":\"blue\"}|colors.q",
                "color|\"RED\"|color",
                "maybe|{\"x\":1}|maybe.y",
                "shape|{\"type\":\"oval\"}|shape.type",
                "shape|{\"radius\":1}|shape.type",
                "shape|{\"type\":\"circle\",\"radius\":1,\"r\":2}|shape.r",
                "shape|{\"type\":\"circle\",\"radius\":\"r\"}|shape.radius",
                "when|\"yesterday\"|when",
                "length|30|length",
                "tag|\" \"|tag",
                "object|[]|object",
                "yes|1|yes",
            })
    void theWayToAnInnerValueIsNamed(String member, String value, String path) {
        Json.Obj good = (Json.Obj) Codec.of(All.class).write(all());

        assertThatThrownBy(() -> Codec.of(All.class).read(good.with(member, Json.parse(value))))
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void anOptionalMemberMayBeAbsentOrNull() {
        Codec<Small> codec = Codec.of(Small.class);
        Small small = new Small("p", null, Optional.empty());

        assertThat(codec.read(Json.parse("{\"path\":\"p\"}"))).isEqualTo(small);
        assertThat(codec.read(Json.parse("{\"path\":\"p\",\"line\":null,\"words\":null}")))
                .isEqualTo(small);
        assertThat(codec.write(small).text()).isEqualTo("{\"path\":\"p\"}");
    }

    @Test
    void aWholeNumberMayBeWrittenWithAFraction() {
        assertThat(Codec.of(Point.class).read(Json.parse("{\"x\":3.0,\"y\":1e3}")))
                .isEqualTo(new Point(3, 1000));
    }

    @Test
    void aMissingComponentOfARecordIsADefectThatIsNamed() {
        @SuppressWarnings("NullAway") // the defect this is about
        Small broken = new Small(null, 1, Optional.empty());

        assertThatThrownBy(() -> Codec.of(Small.class).write(broken))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("path");
    }

    @Test
    void theSchemaSaysWhatIsAccepted() {
        assertThat(Codec.of(Small.class).schema())
                .isEqualTo(Json.parse("{\"type\":\"object\",\"properties\":{"
                        + "\"path\":{\"type\":\"string\",\"description\":\"where it is\"},"
                        + "\"line\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647},"
                        + "\"words\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
                        + "\"required\":[\"path\"],\"additionalProperties\":false}"));
    }

    @Test
    void theSchemaOfASealedInterfaceListsItsCases() {
        record Holder(Shape shape, Set<Color> colors, Map<String, Boolean> flags) {}

        assertThat(Codec.of(Holder.class).schema().text())
                .contains("\"oneOf\":[{")
                .contains("\"type\":{\"const\":\"circle\"}")
                .contains("\"required\":[\"type\",\"corner\"]")
                .contains("\"enum\":[\"red\",\"dark_blue\"]")
                .contains("\"uniqueItems\":true")
                .contains("\"flags\":{\"additionalProperties\":{\"type\":\"boolean\"},\"type\":\"object\"}");
    }

    @Test
    void aSealedInterfaceHasACodecOfItsOwn() {
        Shape circle = new Shape.Circle(2);

        Json json = Codec.of(Shape.class).write(circle);

        assertThat(json.text()).isEqualTo("{\"radius\":2,\"type\":\"circle\"}");
        assertThat(Codec.of(Shape.class).read(json)).isEqualTo(circle);
    }

    @Test
    void aTypeWithoutAJsonFormIsNamedWithTheWayToIt() {
        record Inner(List<Thread> threads) {}
        record Outer(Inner inner) {}
        record Loop(List<Loop> loops) {}
        record Generic<T>(T value) {}

        assertThatThrownBy(() -> Codec.of(Outer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Outer.inner: Inner.threads: java.lang.Thread");
        assertThatThrownBy(() -> Codec.of(Loop.class)).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> Codec.of(Generic.class)).hasMessageContaining("Generic.value");
    }
}
