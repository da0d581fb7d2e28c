package org.auleos.api.policy;

import java.util.List;
import java.util.Set;
import org.auleos.api.ledger.Provenance;

/**
 * May this be done?
 *
 * @param provenance who asks, for whom, in which run
 * @param tool name of the tool
 * @param risk its risk in lower case: none, low, medium, high
 * @param required concrete capabilities the call needs
 * @param granted what the run and the agent are granted; authority is the intersection with what the person may
 */
public record Question(
        Provenance provenance, String tool, String risk, List<Capability> required, Set<Capability> granted) {

    public Question {
        required = List.copyOf(required);
        granted = Set.copyOf(granted);
    }
}
