package org.auleos.tools.log.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.auleos.tools.log.internal.finding.Action;
import org.auleos.tools.log.internal.finding.Evidence;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.record.Level;
import org.auleos.tools.log.internal.record.LogRecord;
import org.junit.jupiter.api.Test;

final class RuleEngineTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private long line;

    @Test
    void matchesThatAreTooFarApartAreNoFinding() {
        RuleEngine engine = engine("\"match\":[\"oops\"],\"threshold\":{\"count\":3,\"within\":\"PT1M\"}");

        for (int i = 0; i < 10; i++) {
            engine.accept(record(40L * i, "oops"));
        }

        assertThat(engine.findings()).isEmpty();
    }

    @Test
    void enoughMatchesWithinTheWindowAreAFindingThatCountsAll() {
        RuleEngine engine = engine("\"match\":[\"oops\"],\"threshold\":{\"count\":3,\"within\":\"PT1M\"}");

        for (int at : new int[] {0, 500, 510, 520, 2000}) {
            engine.accept(record(at, "oops"));
        }

        Finding finding = only(engine);
        assertThat(finding.count()).isEqualTo(5);
        assertThat(finding.firstSeen()).isEqualTo(NOON);
        assertThat(finding.lastSeen()).isEqualTo(NOON.plusSeconds(2000));
        assertThat(finding.evidence()).extracting(Evidence::line).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void groupsAreToldApartAndManyAreToldTogether() {
        String rule = "\"match\":[{\"all\":[\"from\"],\"regex\":\"from (?<source>\\\\w+)\"}],\"group\":[\"source\"]";
        RuleEngine few = engine(rule);
        RuleEngine many = engine(rule);

        for (int i = 0; i < 3; i++) {
            few.accept(record(i, "oops from s" + i));
        }
        for (int i = 0; i < 30; i++) {
            many.accept(record(i, "oops from s" + i));
        }

        assertThat(few.findings()).extracting(Finding::count).containsExactly(1L, 1L, 1L);
        assertThat(few.findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(only(many).count()).isEqualTo(30);
    }

    @Test
    void manySmallGroupsAtOnceAreOneFinding() {
        String rule = "\"match\":[{\"all\":[\"from\"],\"regex\":\"from (?<source>\\\\w+)\"}],\"group\":[\"source\"],"
                + "\"threshold\":{\"count\":3,\"within\":\"PT10M\"}";
        RuleEngine atOnce = engine(rule);
        RuleEngine inTime = engine(rule);

        for (int i = 0; i < 200; i++) {
            atOnce.accept(record(i, "oops from s" + i));
            inTime.accept(record(3600L * i, "oops from s" + i));
        }
        for (int i = 0; i < 5; i++) {
            atOnce.accept(record(200 + i, "oops from s7"));
        }

        assertThat(atOnce.findings()).extracting(Finding::count).containsExactly(6L, 199L);
        assertThat(inTime.findings()).isEmpty();
    }

    @Test
    void whatAToolIsToBeCalledWithIsNeverCut() {
        String path = "/srv/" + "a".repeat(200) + "/key";
        RuleEngine engine = engine(
                "\"match\":[{\"all\":[\"bad\"],\"regex\":\"bad (?<path>\\\\S+)\"}],\"group\":[\"path\"],"
                        + "\"action\":{\"tool\":\"fs.chmod\",\"input\":{\"path\":\"{path}\"},\"undoable\":true,\"why\":\"W\"}");

        engine.accept(record(0, "bad " + path));

        assertThat(only(engine).action()).isEqualTo(new Action("fs.chmod", Map.of("path", path), true, "W"));
    }

    @Test
    void whatFollowsAfterTheTriggerMakesItWorse() {
        RuleEngine engine = engine(
                "\"match\":[{\"all\":[\"bad\"],\"regex\":\"bad (?<who>\\\\w+)\"}],\"group\":[\"who\"],"
                        + "\"threshold\":{\"count\":2},\"followedBy\":{\"match\":[{\"all\":[\"good\"],\"regex\":\"good"
                        + " (?<who>\\\\w+)\"}],\"title\":\"Worse {who}\",\"severity\":\"critical\",\"explanation\":\"W\"}");

        for (String text : new String[] {"good anna", "bad anna", "bad bob", "bad bob", "good anna", "good bob"}) {
            engine.accept(record(0, text));
        }

        Finding finding = only(engine);
        assertThat(finding.title()).isEqualTo("Worse bob");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.evidence()).extracting(Evidence::text).contains("good bob");
    }

    @Test
    void aSettledMatterIsForgotten() {
        RuleEngine engine = engine("\"match\":[{\"all\":[\"half\"],\"regex\":\"half (?<p>\\\\w+)\"}],\"group\":[\"p\"],"
                + "\"clearedBy\":{\"match\":[{\"all\":[\"done\"],\"regex\":\"done (?<p>\\\\w+)\"}]}");

        engine.accept(record(0, "half one"));
        engine.accept(record(1, "half two"));
        engine.accept(record(2, "done one"));

        assertThat(only(engine).evidence()).extracting(Evidence::text).containsExactly("half two");
    }

    @Test
    void theShareOfTheFileDecides() {
        String rule = "\"match\":[\"oops\"],\"threshold\":{\"count\":3,\"share\":0.5}";
        RuleEngine rare = engine(rule);
        RuleEngine frequent = engine(rule);

        for (int i = 0; i < 30; i++) {
            rare.accept(record(i, i % 3 == 0 ? "oops" : "fine"));
            frequent.accept(record(i, i % 2 == 0 ? "oops" : "fine"));
        }

        assertThat(rare.findings()).isEmpty();
        assertThat(frequent.findings()).hasSize(1);
    }

    @Test
    void aLineOfTheDetailIsCitedByItsOwnNumberBeforeItsHeadline() {
        RuleEngine engine = engine("\"match\":[\"oops\"]");

        engine.accept(new LogRecord(
                "a.log", 7, 3, NOON, Level.ERROR, "", "", -1, "head", "first\nthen oops", "head", Map.of()));

        assertThat(only(engine).evidence())
                .containsExactly(new Evidence("a.log", 9, "then oops"), new Evidence("a.log", 7, "head"));
    }

    @Test
    void aHeadlineFarAboveTheMatchIsNotCited() {
        RuleEngine engine = engine("\"match\":[\"oops\"]");
        String detail = "at somewhere\n".repeat(9) + "oops";

        engine.accept(new LogRecord("a.log", 7, 11, NOON, Level.ERROR, "", "", -1, "head", detail, "head", Map.of()));

        assertThat(only(engine).evidence()).containsExactly(new Evidence("a.log", 17, "oops"));
    }

    @Test
    void aMessageThatBeginsWithAGraveWordRaisesLikeALevel() {
        String rule = "\"match\":[\"disk\"],\"raise\":[{\"count\":1,\"level\":\"critical\",\"severity\":\"critical\"}]";
        RuleEngine plain = engine(rule);
        RuleEngine grave = engine(rule);

        plain.accept(record(0, "disk gone"));
        grave.accept(record(0, "fatal: disk gone"));

        assertThat(only(plain).severity()).isEqualTo(Severity.HIGH);
        assertThat(only(grave).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aGenericRuleCountsOnlyWhatNoOtherExplains() {
        RuleEngine engine = new RuleEngine(new RuleBook(List.of(
                rule("p.a", "\"match\":[\"disk\"],\"threshold\":{\"count\":9}"),
                rule("p.b", "\"generic\":true,\"match\":[\"oops\"]"))));

        Verdict explained = engine.accept(record(0, "oops disk"));
        engine.accept(record(1, "oops other"));

        assertThat(explained).isEqualTo(Verdict.EXPLAINED);
        assertThat(only(engine).evidence()).extracting(Evidence::text).containsExactly("oops other");
    }

    @Test
    void floodsOfGroupsStayBounded() {
        RuleEngine engine = engine("\"match\":[{\"all\":[\"from\"],\"regex\":\"from (?<source>\\\\w+)\"}],"
                + "\"group\":[\"source\"],\"threshold\":{\"count\":1}");

        for (int i = 0; i < 20_000; i++) {
            engine.accept(record(0, "from s" + i));
        }

        assertThat(only(engine).count()).isEqualTo(20_000);
    }

    @Test
    void wordsOfFailureCountOnlyWhereTheyMeanIt() {
        RuleEngine engine = engine("\"match\":[\"oops\"]");

        assertThat(engine.accept(record(0, "request failed"))).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(engine.accept(record(0, "fatal: giving way"))).isEqualTo(Verdict.GRAVE);
        for (String healthy :
                new String[] {"0 errors", "no error", "errors=0", "error: 0", "wrote error_log", "/error/"}) {
            assertThat(engine.accept(record(0, healthy))).as(healthy).isEqualTo(Verdict.ORDINARY);
        }
    }

    private LogRecord record(long second, String text) {
        line++;
        return new LogRecord(
                "a.log", line, 1, NOON.plusSeconds(second), Level.UNKNOWN, "", "", -1, text, "", text, Map.of());
    }

    private static RuleEngine engine(String rule) {
        return new RuleEngine(new RuleBook(List.of(rule("p.a", rule))));
    }

    private static Rule rule(String id, String rest) {
        String text = "{\"pack\":\"p\",\"version\":\"1\",\"rules\":[{\"id\":\"" + id + "\",\"title\":\"T\","
                + "\"severity\":\"high\",\"category\":\"c\",\"explanation\":\"E\"," + rest + "}]}";
        return new RulePackReader("t").read(text).rules().get(0);
    }

    private static Finding only(RuleEngine engine) {
        assertThat(engine.findings()).hasSize(1);
        return engine.findings().get(0);
    }
}
