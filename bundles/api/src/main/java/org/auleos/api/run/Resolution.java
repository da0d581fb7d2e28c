package org.auleos.api.run;

import java.util.Optional;
import org.auleos.json.Json;

/**
 * What a person says about a unit that waits for them.
 *
 * @param applied true when its effect is there, so that it is done; false when it is not, so that it is to be done again
 * @param output what its tool would have answered; only with {@code applied}, needed when other units read it
 * @param reason how the person knows, one sentence for the record
 */
public record Resolution(boolean applied, Optional<Json> output, String reason) {

    public Resolution {
        if (!applied && output.isPresent()) {
            throw new IllegalArgumentException("an output of a unit whose effect is not there: expected none");
        }
    }
}
