package org.auleos.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FamilyTest {

    private sealed interface Fact {
        @Named(value = "fact.made", version = 2)
        record Made(String name, Optional<Json> value, List<Part> parts, Set<String> labels) implements Fact {}

        @Named("fact.gone")
        record Gone() implements Fact {}
    }

    private record Part(int size) {}

    sealed interface Unnamed {
        record Case() implements Unnamed {}
    }

    private final Family<Fact> family = Family.of(Fact.class);

    @Test
    void aCaseIsReadBackFromItsCanonicalBytes() {
        Fact made = new Fact.Made("n", Optional.of(Json.of(1)), List.of(new Part(2)), Set.of("y", "x"));

        byte[] bytes = family.write(made);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("{\"labels\":[\"x\",\"y\"],\"name\":\"n\",\"parts\":[{\"size\":2}],\"value\":1}");
        assertThat(Json.parse(bytes).bytes()).isEqualTo(bytes);
        assertThat(family.name(made)).isEqualTo("fact.made");
        assertThat(family.version(made)).isEqualTo(2);
        assertThat(family.read("fact.made", 2, bytes)).contains(made);
        assertThat(family.read("fact.gone", 1, family.write(new Fact.Gone()))).contains(new Fact.Gone());
    }

    @Test
    void membersOfANewerVersionAreIgnoredAtEveryLevel() {
        byte[] newer = "{\"name\":\"n\",\"parts\":[{\"size\":2,\"weight\":3}],\"labels\":[],\"colour\":\"red\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(family.read("fact.made", 1, newer))
                .contains(new Fact.Made("n", Optional.empty(), List.of(new Part(2)), Set.of()));
    }

    @Test
    void anotherNameOrALaterVersionIsNobodysCase() {
        assertThat(family.read("fact.other", 1, new byte[0])).isEmpty();
        assertThat(family.read("fact.made", 3, new byte[0])).isEmpty();
    }

    @Test
    void aStoredValueMayBeLargerAndDeeperThanOneFromOutside() {
        Json deep = Json.parse("[".repeat(64) + "]".repeat(64));
        Json large = Json.of("x".repeat((1 << 20) - 2));
        for (Json value : List.of(deep, large)) {
            Fact made = new Fact.Made("n", Optional.of(value), List.of(), Set.of());

            assertThat(family.read("fact.made", 2, family.write(made))).contains(made);
        }
    }

    @Test
    void aCaseWithoutAStoredNameIsRefused() {
        assertThatThrownBy(() -> Family.of(Unnamed.class)).hasMessageContaining("@Named");
        assertThatThrownBy(() -> Family.of(Part.class)).hasMessageContaining("sealed");
    }
}
