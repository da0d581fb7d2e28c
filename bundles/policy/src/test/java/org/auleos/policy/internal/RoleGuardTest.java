package org.auleos.policy.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.identity.Role;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Question;
import org.auleos.json.JsonException;
import org.junit.jupiter.api.Test;

final class RoleGuardTest {

    private static final Map<String, Role> PEOPLE =
            Map.of("vera", Role.VIEWER, "otto", Role.OPERATOR, "ada", Role.ADMIN);

    private final RoleGuard guard = guard("[]");

    @Test
    void anOperatorMayWhatTheRunIsGranted() {
        assertThat(decide("otto", "fs:read:/data/a.log", "fs:read:/data/**")).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void aGrantDoesNotWidenARole() {
        assertThat(decide("vera", "fs:read:/data/a.log", "fs:read:/data/**")).isInstanceOf(Decision.Refused.class);
        assertThat(decide("otto", "user:add", "user:add")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void aRoleDoesNotStandInForAGrant() {
        Decision decision = decide("ada", "fs:read:/data/a.log", "fs:read:/other/**");

        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.missing()).isEqualTo(Capability.of("fs:read:/data/a.log"));
            assertThat(refused.why()).contains("a.tool", "fs:read:/data/a.log", "--grant");
        });
    }

    @Test
    void aForbiddingRuleBeatsRoleAndGrant() {
        assertThat(decide("ada", "fs:read:/etc/shadow", "*:*:**")).isInstanceOf(Decision.Refused.class);
        assertThat(decide("ada", "fs:read:/home/x/.ssh/id_rsa", "fs:read:/**")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void whoeverIsNotKnownMayNothing() {
        assertThat(decide("mallory", "fs:read:/data/a.log", "*:*:**")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void thePlatformHasWhatItIsGrantedAlone() {
        assertThat(guard.decide(question(Provenance.KERNEL, "hw:read", "hw:read")))
                .isInstanceOf(Decision.Permitted.class);
        assertThat(guard.decide(question(Provenance.KERNEL, "hw:read", "net:read")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void aRiskThePolicyNamesNeedsAPerson() {
        assertThat(guard("[\"low\"]").decide(question(person("ada"), "fs:read:/a", "fs:read:/a")))
                .isInstanceOf(Decision.AskPerson.class);
    }

    @Test
    void theBuiltInPolicyIsWellFormed() throws Exception {
        assertThat(Rules.read(PolicyComponent.builtIn()).roles()).containsKeys(Role.values());
    }

    @Test
    void aWrongPolicyNamesItsMember() {
        assertThatThrownBy(
                        () -> Rules.read(text("[]").replace("viewer", "guest").getBytes(UTF_8)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("guest");
        assertThatThrownBy(() -> guard("[\"huge\"]"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("huge");
    }

    private Decision decide(String person, String required, String granted) {
        return guard.decide(question(person(person), required, granted));
    }

    private static Provenance person(String name) {
        return Provenance.person(name, new Origin("test", ""));
    }

    private static Question question(Provenance provenance, String required, String granted) {
        return new Question(
                provenance, "a.tool", "low", List.of(Capability.of(required)), Set.of(Capability.of(granted)));
    }

    private static RoleGuard guard(String ask) {
        return new RoleGuard(Rules.read(text(ask).getBytes(UTF_8)), name -> Optional.ofNullable(PEOPLE.get(name)));
    }

    private static String text(String ask) {
        return """
                {"version": 1,
                 "roles": {"viewer": [], "operator": ["fs:read:/**", "hw:read"], "admin": ["*:*:**"]},
                 "deny": ["fs:*:/etc/shadow", "fs:*:/**/.ssh/id_*"], "ask": %s}""".formatted(ask);
    }
}
