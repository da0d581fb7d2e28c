package org.auleos.toolbox.internal;

import java.util.List;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.tool.Outcome;

/** Whether a call may begin: its input fits the schema, and everything it needs is permitted. */
sealed interface Admission {

    /**
     * It may.
     *
     * @param input as the tool takes it
     * @param declared capabilities the call needs, all permitted
     * @param policy version of the policy that permitted them
     * @param guard decides about what the call asks for while it runs
     */
    record Admitted(Record input, List<Capability> declared, String policy, Guard guard) implements Admission {}

    /**
     * It may, as soon as people approve it.
     *
     * @param rule what asks them
     * @param approved how it goes on when they have
     */
    record Asked(Decision.AskPerson rule, Admitted approved) implements Admission {}

    /** It may not, and nothing ran. */
    record Turned(Outcome outcome) implements Admission {}
}
