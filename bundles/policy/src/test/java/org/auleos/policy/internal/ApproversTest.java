package org.auleos.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.auleos.api.identity.Role;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Approval.State;
import org.auleos.api.policy.ApprovalException;
import org.auleos.api.policy.ExactCall;
import org.junit.jupiter.api.Test;

class ApproversTest {

    private final Desk desk = new Desk();

    @Test
    void aViewerMayLookAndNobodyApprovesWhatTheyMayNotDo() throws Exception {
        Approval asked = desk.ask(desk.call("clean", "/data/a"));
        Approval beyond = desk.desk.ask(desk.call("other", "/home/a"), desk.rule(asked.call()), desk.agent("other"));

        Desk.assertRefused(() -> desk.approve(asked, "vic"), ApprovalException.Code.FORBIDDEN, "may only look");
        Desk.assertRefused(
                () -> desk.desk.deny(asked.id(), "", Desk.person("vic")), ApprovalException.Code.FORBIDDEN, "look");
        Desk.assertRefused(() -> desk.approve(asked, "zoe"), ApprovalException.Code.FORBIDDEN, "nobody here knows");
        Desk.assertRefused(() -> desk.approve(beyond, "bob"), ApprovalException.Code.FORBIDDEN, "fs:write:/home/a");
        Desk.assertRefused(
                () -> desk.desk.approve(asked.id(), asked.digest(), desk.agent("clean")),
                ApprovalException.Code.FORBIDDEN,
                "only people");
        Desk.assertRefused(
                () -> desk.desk.approve("a-9999", "", Desk.person("bob")), ApprovalException.Code.UNKNOWN, "a-9999");
        assertThat(desk.approve(beyond, "root").state()).isEqualTo(State.GIVEN);
        assertThat(desk.approve(asked, "ann").state()).as("the owner may").isEqualTo(State.GIVEN);
    }

    @Test
    void aRoleTakenAwayTakesTheApprovalWithIt() throws Exception {
        ExactCall call = desk.call("clean", "/data/a");
        desk.approve(desk.ask(call), "bob");

        desk.people.with("bob", Role.VIEWER);

        assertThat(desk.take(call)).isFalse();
        assertThat(desk.ask(call).id()).as("asked anew").isEqualTo("a-0002");
    }

    @Test
    void fourEyesAreTwoPeopleOfWhomNoneIsTheOwner() throws Exception {
        desk.policy = Desk.policy(Desk.RULES.replace("\"why\"", "\"people\": 2, \"fourEyes\": true, \"why\""));
        ExactCall call = desk.call("clean", "/data/a");
        Approval asked = desk.ask(call);

        Desk.assertRefused(() -> desk.approve(asked, "ann"), ApprovalException.Code.FORBIDDEN, "four eyes");
        assertThat(desk.approve(asked, "bob").state()).isEqualTo(State.PENDING);
        Desk.assertRefused(() -> desk.approve(asked, "bob"), ApprovalException.Code.DECIDED, "2 different people");
        assertThat(desk.take(call)).isFalse();
        desk.restart();
        assertThat(desk.approve(asked, "root").approvedBy()).containsExactly("user:bob", "user:root");
        assertThat(desk.take(call)).isTrue();
    }
}
