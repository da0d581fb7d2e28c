package org.auleos.tools.log.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class RulePackReaderTest {

    private static final String RULE =
            "\"id\":\"p.a\",\"title\":\"T\",\"severity\":\"high\",\"category\":\"c\",\"explanation\":\"E\"";

    @Test
    void alternativesOfAClauseBecomeClausesOfTheirOwn() {
        RulePack pack = read("\"match\":[\"Plain\",{\"any\":[\"One\",\"Two\"],\"all\":[\"Both\"]}]");

        assertThat(pack.rules().get(0).match().clauses())
                .extracting(Rule.Clause::needles)
                .containsExactly(
                        java.util.List.of("plain"), java.util.List.of("one", "both"), java.util.List.of("two", "both"));
    }

    @Test
    void anUnknownMemberIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("\"match\":[\"ab\"],\"treshold\":{\"count\":3}"))
                .withMessageContaining("p.a")
                .withMessageContaining("treshold");
    }

    @Test
    void aRuleThatWouldLookAtEveryRecordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("\"match\":[{\"regex\":\"x\"}]"))
                .withMessageContaining("text or a field");
    }

    @Test
    void aThresholdBeyondTheWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("\"match\":[\"ab\"],\"threshold\":{\"count\":500}"))
                .withMessageContaining("500");
    }

    @Test
    void anIdOutsideThePackIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulePackReader("t")
                        .read("{\"pack\":\"other\",\"version\":\"1\",\"rules\":[{" + RULE + ",\"match\":[\"ab\"]}]}"))
                .withMessageContaining("other.");
    }

    @Test
    void everyRelationOfTheShippedPacksNamesARuleThereIs() {
        var rules = RulePack.shipped().stream()
                .flatMap(pack -> pack.rules().stream())
                .toList();
        var ids = rules.stream().map(Rule::id).toList();

        assertThat(rules).allSatisfy(rule -> {
            assertThat(ids).containsAll(rule.relations().absorbs());
            assertThat(rule.relations().leadsTo())
                    .allMatch(pattern -> ids.stream().anyMatch(id -> id.startsWith(pattern.replace("*", ""))));
        });
    }

    private static RulePack read(String rest) {
        return new RulePackReader("t")
                .read("{\"pack\":\"p\",\"version\":\"1.0.0\",\"rules\":[{" + RULE + "," + rest + "}]}");
    }
}
