package org.auleos.api.goal;

import java.util.Set;
import org.auleos.api.policy.Capability;
import org.auleos.json.Json;

/**
 * What a person or another system wants.
 *
 * @param text in their words
 * @param parameters values stated beside the text, e.g. paths; may be empty
 * @param grants what the person grants to this run beyond what the plan's library entry asks for, e.g. paths they named
 */
public record Goal(String text, Json.Obj parameters, Set<Capability> grants) {

    public Goal {
        grants = Set.copyOf(grants);
    }
}
