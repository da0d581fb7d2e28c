package org.auleos.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    private static final Json OUTPUT =
            Json.parse("{\"files\":[{\"path\":\"/a\"},{\"path\":\"/b\"},{}],\"problems\":[\"p\"],\"n\":1}");

    @Test
    void theWrittenFormIsReadAndWritten() {
        Reference reference = Reference.of(Json.of("${scan.a.b}")).orElseThrow();

        assertThat(reference).isEqualTo(new Reference("scan", List.of("a", "b")));
        assertThat(reference).hasToString("${scan.a.b}");
        assertThat(Reference.of(Json.of("${scan}"))).contains(new Reference("scan", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan",
                "$scan",
                "${}",
                "${a.}",
                "${a} ",
                " ${a}",
                "x${a}",
                "${a}${b}",
                "${a b}",
                "${a",
                "${a.b",
                "${.a}",
                "${a..b}",
                "${a.b.",
                "${a}}",
                "${",
                ""
            })
    void nothingElseIsAReference(String text) {
        assertThat(Reference.of(Json.of(text))).isEmpty();
    }

    @Test
    void referencesAreFoundAtEveryDepth() {
        Json input = Json.parse("{\"a\":\"${x.y}\",\"b\":[{\"c\":\"${z}\"},\"${x.y}\"],\"d\":1}");

        assertThat(Reference.in(input)).extracting(Reference::toString).containsExactly("${x.y}", "${z}");
    }

    @Test
    void aMemberOfAnArrayIsThatMemberOfItsItems() {
        assertThat(new Reference("s", List.of("files", "path")).from(OUTPUT))
                .contains(Json.strings(List.of("/a", "/b")));
        assertThat(new Reference("s", List.of("n", "x")).from(OUTPUT)).isEmpty();
    }

    @Test
    void whatHasNoValueIsLeftOutAndListsInListsAreJoined() {
        Json.Obj input = (Json.Obj)
                Json.parse(
                        "{\"all\":[\"${s.problems}\",\"${s.gone}\",\"${s.n}\",[\"${s.n}\"]],\"gone\":\"${s.gone}\",\"kept\":\"x\"}");

        Json.Obj filled = Reference.fill(input, reference -> reference.from(OUTPUT));

        assertThat(filled.text()).isEqualTo("{\"all\":[\"p\",1,[1]],\"kept\":\"x\"}");
    }

    @Test
    void aValueThatLooksLikeAReferenceIsNotFollowed() {
        Json.Obj filled =
                Reference.fill(Json.empty().with("a", Json.of("${s}")), reference -> Optional.of(Json.of("${other}")));

        assertThat(filled.text("a")).contains("${other}");
    }
}
