package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgsTest {

    private static final Option SINCE = new Option("--since", "TIME", "");
    private static final List<Option> KNOWN = List.of(SINCE, Option.JSON, Option.HELP);

    private static Args parse(String... words) {
        return Args.parse("triage", KNOWN, List.of(words));
    }

    @Test
    void optionsStandAnywhereAndTakeTheirValueEitherWay() {
        assertThat(parse("a", "--since", "24h", "b", "--json").words()).containsExactly("a", "b");
        assertThat(parse("--since=7d").value(SINCE)).contains("7d");
        assertThat(parse("--since", "1h", "--since", "2h").value(SINCE)).contains("2h");
        assertThat(parse("-h").has(Option.HELP)).isTrue();
    }

    @Test
    void whatFollowsTwoDashesIsNoOption() {
        Args args = parse("--", "--json", "-x");

        assertThat(args.words()).containsExactly("--json", "-x");
        assertThat(args.has(Option.JSON)).isFalse();
    }

    @Test
    void anUnknownOptionIsRefusedNamingTheNearest() {
        assertThatThrownBy(() -> parse("--sinse", "1h"))
                .isInstanceOf(Failure.class)
                .hasMessage("unknown option --sinse")
                .satisfies(failure -> assertThat(((Failure) failure).hint()).contains("--since"));
    }

    @Test
    void aMissingOrUnwantedValueIsRefused() {
        assertThatThrownBy(() -> parse("--since")).hasMessageContaining("needs TIME");
        assertThatThrownBy(() -> parse("--json=yes")).hasMessageContaining("takes no value");
    }

    @Test
    void tooManyOrTooFewWordsAreRefused() {
        assertThatThrownBy(() -> parse("a", "b").noMoreThan(1)).hasMessageContaining("\"b\"");
        assertThatThrownBy(() -> parse().word(0, "the goal, quoted")).hasMessage("missing the goal, quoted");
    }

    @Test
    void theNearestWordIsOfferedOnlyWhenItIsNear() {
        List<String> known = List.of("run list", "run show", "triage", "ledger verify");

        assertThat(Nearest.to("traige", known)).contains("triage");
        assertThat(Nearest.to("run lsit", known)).contains("run list");
        assertThat(Nearest.to("tri", known)).contains("triage");
        assertThat(Nearest.to("banana", known)).isEmpty();
    }
}
