package org.auleos.planner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Plan;
import org.auleos.api.plan.Planning;
import org.auleos.api.policy.Capability;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryPlannerTest {

    private final LibraryPlanner planner = new LibraryPlanner(ShippedPlans.library());

    @Test
    void everyShippedPlanIsGoodAndPlansItsOwnExample() {
        assertThat(ShippedPlans.library().complaints()).isEmpty();

        for (var known : planner.known()) {
            assertThat(planned(known.example()).plan().name())
                    .as(known.example())
                    .isEqualTo(known.name());
        }
    }

    @Test
    void everyPhraseOfEveryPlanFindsItsPlan() {
        for (SolvedProblem problem : ShippedPlans.library().problems()) {
            for (String phrase : problem.file().phrases()) {
                Planning planning = planner.plan(goal(phrase));
                String name = planning instanceof Planning.Planned planned
                        ? planned.plan().name()
                        : ((Planning.Refused) planning).closest().get(0).name();
                assertThat(name)
                        .as("%s -> %s", phrase, planning)
                        .isEqualTo(problem.file().name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "triage|triage",
                "Triage /var/log since 24h|triage",
                "what went wrong on this machine|triage",
                "please find out what's wrong with this server|triage",
                "my server is broken, diagnose it|triage",
                "analyze the logs in /srv/app/logs|triage",
                "why did this machine crash|triage",
                "what is eating the disk space under /home?|disk-usage",
                "fnid the largset files in /srv|disk-usage",
                "which files fill /var|disk-usage",
                "disk-usage /var|disk-usage",
                "is port 8080 open?|check-port",
                "check prot 22 on 10.0.0.7|check-port",
                "does anything listen on port 443|check-port",
                "show the latest errors in /var/log/nginx/error.log|tail-errors",
                "recent erors of /var/log/syslog please|tail-errors",
                "delete /tmp/old.log|tidy-delete",
                "remove the file \"/srv/a b\"|tidy-delete",
                "how much memory is free|machine-state",
                "show me the state of this computer|machine-state",
            })
    void wordsLeadToThePlan(String text, String plan) {
        assertThat(planned(text).plan().name()).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order a pizza",
                "",
                "???",
                "make me a website",
                "buy flowers for my mother",
                "write a poem about autumn",
                "install nginx",
                "translate this text into French",
                "who won the game yesterday"
            })
    void anUnknownGoalIsRefusedWithTheClosestOnes(String text) {
        Planning.Refused refused = refused(text);

        assertThat(refused.why()).contains(text).containsAnyOf("the closest are", "known ones are");
        assertThat(refused.closest())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.example()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do not delete /tmp/old.log",
                "never remove the file /tmp/a",
                "don't delete the directory /srv/a",
                "delete the errors of the week from /var/log/x",
                "remove the file /srv/a b"
            })
    void whatChangesSomethingIsNotChosenByGuesswork(String text) {
        assertThat(refused(text).why()).isNotBlank();
    }

    @Test
    void valuesAreTakenFromTheText() {
        Planning.Planned planned = planned("check port 5432 on db.example.com");

        assertThat(unit(planned.plan(), "check").input())
                .isEqualTo(Json.empty().with("host", Json.of("db.example.com")).with("port", Json.of(5432)));
        assertThat(planned.why()).contains("port = 5432", "host = \"db.example.com\"");
        assertThat(planned.plan().grants()).contains(Capability.of("net:connect:db.example.com:5432"));
    }

    @Test
    void aStatedValueWinsOverTheText() {
        Goal goal = new Goal("disk-usage /var", Json.empty().with("path", Json.of("/srv")), Set.of());

        Plan plan = ((Planning.Planned) planner.plan(goal)).plan();

        assertThat(unit(plan, "largest").input().text("path")).contains("/srv");
        assertThat(plan.grants())
                .contains(Capability.of("fs:read:/srv/**"))
                .doesNotContain(Capability.of("fs:read:/var/**"));
    }

    @Test
    void triageOfPathsLeavesTheMachineOut() {
        Plan plan =
                planned("triage /var/log/a.log \"/srv/my logs\" since 2 days").plan();

        assertThat(plan.units()).extracting(WorkUnit::id).containsExactly("scan", "correlate", "report");
        assertThat(unit(plan, "scan").input().get("paths"))
                .contains(Json.strings(List.of("/srv/my logs", "/var/log/a.log")));
        assertThat(unit(plan, "scan").input().text("since")).contains("PT48H");
        assertThat(unit(plan, "report").input().get("machine")).isEmpty();
        assertThat(plan.grants())
                .containsExactlyInAnyOrder(
                        Capability.of("fs:read:/var/log/a.log/**"), Capability.of("fs:read:/srv/my logs/**"));
    }

    @Test
    void triageOfTheMachineLooksAtItsState() {
        Plan plan = planned("triage").plan();

        assertThat(plan.units())
                .extracting(WorkUnit::id)
                .contains("disk", "memory", "processes", "ports", "certificates", "machine");
        assertThat(plan.units().get(plan.units().size() - 1).id()).isEqualTo("report");
        assertThat(unit(plan, "logs").input()).isEqualTo(Json.empty().with("paths", Json.strings(List.of("/var/log"))));
        assertThat(plan.grants()).contains(Capability.of("hw:read"), Capability.of("fs:read:/var/log/**"));
    }

    @Test
    void anEmptyListOfPathsMeansThisMachine() {
        Goal goal = new Goal("triage", Json.empty().with("paths", new Json.Arr(List.of())), Set.of());

        Plan plan = ((Planning.Planned) planner.plan(goal)).plan();

        assertThat(plan.units()).extracting(WorkUnit::id).contains("disk");
    }

    @Test
    void starsInAPathAreNotAPattern() {
        Plan plan = planned("disk-usage /srv/*").plan();

        Capability grant = plan.grants().stream()
                .filter(it -> it.namespace().equals("fs"))
                .findFirst()
                .orElseThrow();
        assertThat(grant.covers(Capability.exactly("fs", "read", "/srv/other"))).isFalse();
        assertThat(grant.covers(Capability.exactly("fs", "read", "/srv/*/file")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"path\":5}|parameter path: 5: expected an absolute path",
                "{\"path\":\"var\"}|parameter path: \"var\": expected an absolute path",
                "{\"path\":\"/var/../etc\"}|without ..",
                "{\"path\":\"${sources}\"}|parameter path",
                "{}|parameter path is missing: expected an absolute path",
                "{\"path\":\"/var\",\"limit\":\"many\"}|parameter limit: \"many\": expected a whole number",
                "{\"path\":\"/var\",\"colour\":1}|parameter colour: expected one of",
            })
    void aWrongParameterIsNamedWithWhatWasExpected(String parameters, String message) {
        Goal goal = new Goal("disk-usage", (Json.Obj) Json.parse(parameters), Set.of());

        assertThat(planner.plan(goal))
                .isInstanceOfSatisfying(
                        Planning.Refused.class,
                        refused -> assertThat(refused.why())
                                .startsWith("disk-usage: ")
                                .contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disk-usage /var /srv|expected one",
                "triage ./logs|expected an absolute path",
                "check-port 80 /var|takes no path",
            })
    void aValueThatWouldBeDroppedOrGuessedIsRefused(String text, String message) {
        assertThat(refused(text).why()).contains(message);
    }

    @Test
    void theReasonNamesPhraseScoreAndOthers() {
        Planning.Planned planned = planned("which files fill /var");

        assertThat(planned.why()).contains("score").contains("path = \"/var\"");
        assertThat(planned.considered()).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    private Planning.Planned planned(String text) {
        Planning planning = planner.plan(goal(text));
        assertThat(planning).as(text).isInstanceOf(Planning.Planned.class);
        return (Planning.Planned) planning;
    }

    private Planning.Refused refused(String text) {
        Planning planning = planner.plan(goal(text));
        assertThat(planning).as(text).isInstanceOf(Planning.Refused.class);
        return (Planning.Refused) planning;
    }

    private static Goal goal(String text) {
        return new Goal(text, Json.empty(), Set.of());
    }

    private static WorkUnit unit(Plan plan, String id) {
        return plan.units().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
