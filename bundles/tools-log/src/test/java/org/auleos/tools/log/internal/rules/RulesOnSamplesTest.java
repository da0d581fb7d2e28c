package org.auleos.tools.log.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.scan.Analysis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule on lines in the style of the programs it is about: some it must find, some it must not. */
final class RulesOnSamplesTest {

    private static final List<RulePack> PACKS = RulePack.shipped();

    @TestFactory
    Stream<DynamicTest> everySampleIsJudgedAsItSays() {
        return samples().map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> check(sample)));
    }

    @Test
    void everyRuleHasAPositiveAndANegativeSample() {
        Set<String> rules = PACKS.stream()
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(about('+')).isEqualTo(rules);
        assertThat(about('-')).isEqualTo(rules);
    }

    @Test
    void aPlaceInSourceCodeIsNoPort() {
        Finding finding = only(
                "service.port-in-use",
                "java.net.BindException: Address already in use",
                "\tat java.base/sun.nio.ch.Net.bind0(Native Method)",
                "\tat java.base/java.net.ServerSocket.bind(ServerSocket.java:555)");

        assertThat(finding.title()).isEqualTo("A port is already in use");
    }

    @Test
    void aStatedPortIsNamed() {
        Finding finding = only("service.port-in-use", "Error: listen EADDRINUSE: address already in use :::3000");

        assertThat(finding.title()).isEqualTo("A port is already in use (3000)");
    }

    @Test
    void aPlaceInSourceCodeIsNoHostThatRefuses() {
        String[] trace = {
            "java.net.ConnectException: Connection refused",
            "\tat java.base/sun.nio.ch.Net.connect0(Native Method)",
            "\tat java.base/sun.nio.ch.Net.connect(Net.java:579)"
        };

        Finding finding = only(
                "network.refused",
                Stream.of(trace, trace, trace).flatMap(Stream::of).toArray(String[]::new));

        assertThat(finding.title()).doesNotContain("java");
    }

    @Test
    void aDateIsNoPath() {
        String line = "2026/03/04 10:15:01| ERROR: /var/spool/squid/00: (13) Permission denied";

        assertThat(only("permission.denied", line, line).title()).isEqualTo("Permission denied (/var/spool/squid/00)");
    }

    @Test
    void anUnhandledExceptionIsNamed() {
        Finding finding = only(
                "service.uncaught",
                "Traceback (most recent call last):",
                "  File \"/srv/app/price.py\", line 9, in <module>",
                "KeyError: 'customer'");

        assertThat(finding.title()).isEqualTo("A program failed with an unhandled exception (KeyError)");
    }

    private static Finding only(String rule, String... lines) {
        RuleEngine engine = new RuleEngine(RuleBook.shipped());
        new Sample('+', rule, 1, List.of(lines)).read(engine::accept);
        List<Finding> found = engine.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(found).as("findings of " + engine.findings()).hasSize(1);
        return found.get(0);
    }

    private static Set<String> about(char sign) {
        return samples()
                .filter(sample -> sample.sign() == sign)
                .map(Sample::about)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Sample> samples() {
        return Stream.concat(PACKS.stream().map(RulePack::name), Stream.of("healthy"))
                .flatMap(name -> Sample.all("/rules/" + name + ".txt").stream());
    }

    private static void check(Sample sample) {
        if (sample.sign() == '=') {
            Analysis analysis = new Analysis(null);
            sample.read(analysis);
            assertThat(analysis.findings())
                    .filteredOn(finding -> finding.severity().compareTo(Severity.LOW) > 0)
                    .isEmpty();
            return;
        }
        RuleEngine engine = new RuleEngine(RuleBook.shipped());
        sample.read(engine::accept);
        List<Finding> found = engine.findings().stream()
                .filter(finding -> finding.rule().equals(sample.about()))
                .toList();
        if (sample.sign() == '-') {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).as("findings of " + engine.findings()).isNotEmpty();
            assertThat(found).allSatisfy(finding -> citesTheSample(finding, sample));
        }
    }

    private static void citesTheSample(Finding finding, Sample sample) {
        assertThat(finding.evidence()).isNotEmpty();
        assertThat(finding.evidence())
                .allSatisfy(line -> assertThat(
                                sample.lines().get((int) line.line() - 1).strip())
                        .startsWith(line.text()
                                .replace("…", "")
                                .substring(0, Math.min(40, line.text().length()))));
        assertThat(finding.title() + finding.explanation()).doesNotContain("{").doesNotContain("()");
    }
}
