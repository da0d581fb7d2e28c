package org.auleos.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.auleos.api.identity.Role;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Question;
import org.auleos.json.JsonException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final String EVERYTHING = "*:* *:*:**";

    private static final String SMALL = """
            {"version": 1, "roles": {"viewer": [], "operator": ["tool:call:fs.*", "fs:read:/data/**"], "admin": ["fs:write:/data/**"]},
             "deny": [{"capability": "fs:*:/data/key", "why": "it is a key"}],
             "ask": ["high", "medium"]}
            """;

    private final List<PolicyEvent> events = new ArrayList<>();
    private final People people =
            new People().with("vic", Role.VIEWER).with("ann", Role.OPERATOR).with("root", Role.ADMIN);
    private Path file;

    @BeforeEach
    void place(@TempDir Path etc) {
        file = etc.resolve("policy.json");
    }

    private PolicySource source() {
        return new PolicySource(file, OwnRules.of("/srv/aule"), events::add);
    }

    private PolicySource written(String text) throws Exception {
        Files.writeString(file, text);
        return source();
    }

    private Decision decide(PolicySource source, Provenance who, String risk, String required, String granted) {
        return new PolicyGuard(source::policy, people)
                .decide(new Question(
                        who, "fs.read", risk, List.copyOf(capabilities(required)), Set.copyOf(capabilities(granted))));
    }

    private Decision decide(PolicySource source, String user, String required, String granted) {
        return decide(source, person(user), "none", required, granted);
    }

    private static Provenance person(String user) {
        return Provenance.person(user, new Origin("cli", ""));
    }

    private static List<Capability> capabilities(String words) {
        return words.isEmpty()
                ? List.of()
                : Stream.of(words.split(" ")).map(Capability::of).collect(Collectors.toList());
    }

    private static void assertRefused(Decision decision, String... words) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "ann, fs:read:/var/log/syslog, fs:read:/var/log/**",
        "ann, hw:read, hw:read",
        "ann, '', ''",
        "root, fs:write:/srv/x, *:*:**",
        "root, hw:read, *:*",
    })
    void authorityIsWhatThePersonMayAndTheRunIsGranted(String user, String required, String granted) {
        PolicySource source = source();

        assertThat(decide(source, user, required, granted))
                .isEqualTo(new Decision.Permitted(source.policy().version()));
    }

    @ParameterizedTest
    @CsvSource({
        "ann, fs:trash:/var/log/syslog, fs:*:/**, 'the role operator of ann includes fs:read:/**, fs:write:/**'",
        "ann, pkg:install:nginx, pkg:install:*, nothing of pkg",
        "ann, fs:write:/dev/sda, fs:write:/**, it is a device",
        "ann, fs:read:/etc/passwd, fs:read:/var/log/**, the run is granted fs:read:/var/log/**",
        "ann, fs:read:/a, '', the run is granted nothing of fs",
        "ann, fs:read:/a fs:read:/b, fs:read:/a, fs:read:/b is not permitted",
        "vic, '', '', tool:call:fs.read is not permitted: the role viewer of vic",
        "zoe, '', '', nobody here knows \"user:zoe\"",
        "root, fs:read:/etc/shadow, *:*:**, the policy forbids fs:*:/etc/shadow* to everybody",
        "root, fs:read:/home/x/.ssh/id_ed25519, *:*:**, private key",
        "root, fs:write:/.ssh/authorized_keys, *:*:**, log in",
        "root, fs:read:/srv/aule/token, *:*:**, secrets of this platform",
        "root, fs:write:/srv/aule/etc/org.auleos.policy.json, *:*:**, state of this platform",
        "root, fs:write:/srv/aule/data/ledger/1.seg, *:*:**, state of this platform",
    })
    void aRefusalSaysWhatIsMissingAndWhatToDo(String user, String required, String granted, String sentence) {
        assertRefused(decide(source(), user, required, granted), sentence);
    }

    @Test
    void thePlatformActsWithItsGrantsAndWithinTheRulesForEverybody() {
        PolicySource source = source();

        assertThat(decide(source, Provenance.KERNEL, "high", "fs:write:/x", "fs:write:/x"))
                .isInstanceOf(Decision.Permitted.class);
        assertRefused(decide(source, Provenance.KERNEL, "none", "fs:write:/y", "fs:write:/x"), "fs:write:/y");
        assertRefused(decide(source, Provenance.KERNEL, "none", "fs:read:/etc/shadow", EVERYTHING), "forbids");
    }

    @Test
    void somebodyWhoIsNeitherAPersonNorThePlatformMayNothing() {
        Provenance odd =
                new Provenance("default", "agent:x", "agent:x", new Origin("kernel", ""), "", "", 0, Set.of(), "");

        assertRefused(decide(source(), odd, "none", "", EVERYTHING), "nobody here knows");
    }

    @ParameterizedTest
    @CsvSource({"high, true", "medium, true", "low, false", "none, false"})
    void anAgentNeedsAPersonForTheRisksThePolicyNames(String risk, boolean asks) throws Exception {
        PolicySource source = written(SMALL);
        Provenance agent = person("ann").withActor("agent:storage");

        assertThat(decide(source, agent, risk, "fs:read:/data/a", "fs:read:/data/a"))
                .isInstanceOf(asks ? Decision.AskPerson.class : Decision.Permitted.class);
        assertThat(decide(source, person("ann"), risk, "fs:read:/data/a", "fs:read:/data/a"))
                .isInstanceOf(Decision.Permitted.class);
        assertRefused(decide(source, agent, risk, "fs:read:/other", EVERYTHING), "fs:read:/other");
    }

    private static final String RULES =
            SMALL.replace("\"high\", \"medium\"", """
            {"tool": "fs.*", "risk": "medium", "why": "it changes files"},
            {"capability": "fs:*:/data/secret/**", "people": 2, "why": "it is secret"},
            {"agent": "security", "fourEyes": true, "why": "it is powerful"}""").replace("\"ask\"", "\"approvalHours\": 2, \"ask\"");

    @ParameterizedTest
    @CsvSource({
        "storage, low, fs:read:/data/a, ''",
        "storage, medium, fs:read:/data/a, it changes files 1 false",
        "storage, high, fs:read:/data/a, it changes files 1 false",
        "storage, none, fs:read:/data/secret/a, it is secret 2 false",
        "storage, none, fs:read:/data/secret, it is secret 2 false",
        "storage, none, fs:read:/data/**, it is secret 2 false",
        "security, none, fs:read:/data/a, it is powerful 1 true",
        "security, high, fs:read:/data/secret/a, it changes files; it is secret; it is powerful 2 true",
    })
    void everyRuleThatMatchesAsksAndTheStrictestCounts(String agent, String risk, String required, String asked)
            throws Exception {
        Decision decision = decide(written(RULES), person("ann").withActor("agent:" + agent), risk, required, required);

        String found = decision instanceof Decision.AskPerson ask
                ? ask.why() + " " + ask.people() + " " + ask.fourEyes() + " "
                        + ask.validity().toHours()
                : "";
        assertThat(found).isEqualTo(asked.isEmpty() ? "" : asked + " 2");
    }

    @Test
    void aBadRuleIsRefusedByName() {
        for (String bad : List.of(
                "{\"risk\": \"some\", \"why\": \"x\"}", "{\"people\": 0, \"why\": \"x\"}", "{\"why\": \" \"}", "7")) {
            String text = SMALL.replace("\"high\"", bad);
            assertThatThrownBy(() -> PolicyFile.of(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("ask[0]");
        }
        String hours = SMALL.replace("\"ask\"", "\"approvalHours\": 0, \"ask\"");
        assertThatThrownBy(() -> PolicyFile.of(hours.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("approvalHours");
    }

    @Test
    void aRoleMayWhatTheLowerOnesMay() throws Exception {
        PolicySource source = written(SMALL);

        assertThat(decide(source, "root", "fs:read:/data/a", EVERYTHING)).isInstanceOf(Decision.Permitted.class);
        assertRefused(decide(source, "ann", "fs:write:/data/a", EVERYTHING), "fs:write:/data/a");
    }

    @Test
    void aRoleTakenAwayCountsAtOnce() {
        PolicySource source = source();
        people.with("ann", Role.VIEWER);

        assertRefused(decide(source, "ann", "hw:read", "hw:read"), "role viewer");
    }

    @Test
    void aChangedFileDecidesFromTheNextLookOn() throws Exception {
        PolicySource source = written(SMALL);
        assertRefused(decide(source, "ann", "fs:read:/data/key", EVERYTHING), "it is a key");
        String before = source.policy().version();

        Files.writeString(file, SMALL.replace("/data/key", "/data/other"));
        source.refresh();

        assertThat(decide(source, "ann", "fs:read:/data/key", EVERYTHING)).isInstanceOf(Decision.Permitted.class);
        assertThat(source.policy().version()).isNotEqualTo(before);
        assertThat(events).hasSize(2).allMatch(PolicyEvent.Loaded.class::isInstance);
    }

    @Test
    void aBadFileLeavesThePolicyBeforeItAndIsReportedOnce() throws Exception {
        PolicySource source = written(SMALL);
        String before = source.policy().version();

        Files.writeString(file, SMALL.replace("\"why\"", "\"because\""));
        source.refresh();
        source.refresh();

        assertThat(source.policy().version()).isEqualTo(before);
        assertThat(events).hasSize(2);
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        PolicyEvent.Rejected.class,
                        rejected -> assertThat(rejected.problem()).contains("deny[0].why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]"})
    void aBadFileAtTheStartMeansThatNobodyMayAnything(String text) throws Exception {
        PolicySource source = written(text);

        assertRefused(decide(source, "root", "", EVERYTHING), "tool:call:fs.read");
        assertThat(events.get(0)).isInstanceOf(PolicyEvent.Rejected.class);
    }

    @Test
    void theFileIsReadStrictly() {
        for (String bad : List.of(
                SMALL.replace("\"version\": 1", "\"version\": 2"),
                SMALL.replace("\"ask\"", "\"asks\""),
                SMALL.replace("\"medium\"", "\"some\""),
                SMALL.replace("fs:read:/data/**", "fs:read:/data/../**"),
                SMALL.replace("\"viewer\": [],", ""))) {
            assertThatThrownBy(() -> PolicyFile.of(bad.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JsonException.class);
        }
    }

    @Test
    void theVersionIsTheContentAndNotItsSpelling() throws Exception {
        String version = written(SMALL).policy().version();

        assertThat(written(SMALL.replace("\n", "\n\t ")).policy().version()).isEqualTo(version);
        assertThat(version).matches("[0-9a-f]{16}");
    }
}
