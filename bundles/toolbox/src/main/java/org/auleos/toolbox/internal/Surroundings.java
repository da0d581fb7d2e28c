package org.auleos.toolbox.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Guard;

/**
 * What the calls of one node have around them.
 *
 * @param home directory for the tools' own storage and the workspaces of runs; absolute and canonical
 * @param allowed variables of the environment a tool may see
 * @param environment looks a variable up
 */
record Surroundings(
        Guard guard,
        Clock clock,
        RandomGenerator seeds,
        Path home,
        Set<String> allowed,
        Function<String, Optional<String>> environment) {

    Surroundings {
        allowed = Set.copyOf(allowed);
    }

    /** Where relative paths of a call begin: a directory of its run, or of its actor outside every run. */
    String workspace(Provenance provenance) {
        String owner = provenance.run().isEmpty() ? "direct-" + provenance.actor() : provenance.run();
        return home + "/workspaces/" + owner.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^\\.+", "-");
    }

    /** The directory of one tool's own. */
    String storage(String tool) {
        return home + "/tools/" + tool;
    }
}
