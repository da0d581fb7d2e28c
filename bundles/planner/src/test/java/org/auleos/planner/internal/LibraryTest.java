package org.auleos.planner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {

    private static final String GOOD = """
            {"name":"look","version":"1.0.0","title":"Look","description":"Looks.","phrases":["look around"],"keywords":[],
             "parameters":{"path":{"type":"path","doc":"where"}},
             "grants":[{"capability":"fs:read:${goal.path}/**"}],
             "units":[{"id":"b","title":"B","role":"storage","tool":"fs.stat","input":{"path":"${a.path}"}},
                      {"id":"a","title":"A","role":"storage","tool":"fs.stat","input":{"path":"${goal.path}"},"when":"goal.path"}],
             "result":"b"}
            """;

    @Test
    void unitsStandAfterThoseTheyNeed() {
        Library library = Library.of(List.of(source("look.json", false, GOOD)));

        assertThat(library.complaints()).isEmpty();
        assertThat(library.named("look")
                        .orElseThrow()
                        .plan(org.auleos.json.Json.empty())
                        .units())
                .extracting(unit -> unit.id())
                .containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"result\":\"b\"|\"result\":\"c\"|result: \"c\": expected one of the units",
                "\"result\":\"b\"|\"result\":\"a\"|without a condition",
                "\"id\":\"a\"|\"id\":\"b\"|expected an id no other unit has",
                "\"id\":\"a\"|\"id\":\"goal\"|expected another id",
                "${goal.path}\"},\"when|${b.path}\"},\"when|units: b needs a needs b: expected no cycle",
                "${a.path}|${nobody.path}|units.b.input: \"${nobody.path}\": expected one of the units",
                "${a.path}|${goal.nothing}|expected one of the parameters",
                "\"when\":\"goal.path\"|\"when\":\"goal.other\"|units.a.when",
                "\"when\":\"goal.path\"|\"after\":[\"x\"]|units.a.after",
                "fs:read:${goal.path}/**|fs:read:${goal.where}/**|expected one of the parameters",
                "fs:read:${goal.path}/**|FS|grants: capability",
                "\"version\":\"1.0.0\"|\"version\":\"one\"|version: \"one\": expected three numbers",
                "\"tool\":\"fs.stat\",\"input\":{\"path\":\"${a.path}\"}|\"tool\":\"stat\",\"input\":{}|expected namespace.verb",
                "\"type\":\"path\"|\"type\":\"colour\"|parameters.path.type",
                "\"keywords\":[]|\"keyword\":[]|keyword",
                "\"result\"|result|look.json",
            })
    void aBrokenFileIsReportedAndTheOthersStand(String good, String broken, String complaint) {
        String text = GOOD.replace(good, broken);
        assertThat(text).isNotEqualTo(GOOD);
        List<Library.Source> sources = new ArrayList<>(ShippedPlans.sources());
        int whole = sources.size();
        sources.add(source("look.json", true, text));

        Library library = Library.of(sources);

        assertThat(library.problems()).hasSize(whole);
        assertThat(library.complaints())
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("look.json: ").contains(complaint));
    }

    @Test
    void theOperatorsPlanReplacesTheShippedOne() {
        String own = GOOD.replace("\"version\":\"1.0.0\"", "\"version\":\"2.0.0\"");

        Library library = Library.of(List.of(source("look.json", false, GOOD), source("etc/look.json", true, own)));

        assertThat(library.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.file().version()).isEqualTo("2.0.0"));
    }

    @Test
    void twoPlansOfOneNameAreReported() {
        Library library = Library.of(List.of(source("one.json", true, GOOD), source("two.json", true, GOOD)));

        assertThat(library.complaints())
                .containsExactly("two.json: name: \"look\" is taken by one.json: expected another name");
    }

    private static Library.Source source(String name, boolean operator, String text) {
        return new Library.Source(name, operator, text);
    }
}
