package org.auleos.toolbox.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Guard;

/**
 * What the calls of one node have around them.
 *
 * @param guard decides about calls and what they ask for
 * @param approvals where people are asked
 * @param home directory for the tools' own storage and the workspaces of runs; absolute and canonical
 * @param allowed variables of the environment a tool may see
 * @param environment looks a variable up
 */
public record Surroundings(
        Guard guard,
        Approvals approvals,
        Clock clock,
        RandomGenerator seeds,
        Path home,
        Set<String> allowed,
        Function<String, Optional<String>> environment) {

    public Surroundings {
        allowed = Set.copyOf(allowed);
    }

    /** The same with another guard. */
    Surroundings with(Guard other) {
        return other == guard ? this : new Surroundings(other, approvals, clock, seeds, home, allowed, environment);
    }

    /** Where relative paths of a call begin: a directory of its run, or of its actor outside every run. */
    String workspace(Provenance provenance) {
        String owner = provenance.run().isEmpty() ? "direct-" + provenance.actor() : provenance.run();
        return home + "/workspaces/" + (plain(owner) ? owner : encoded(owner));
    }

    /** A file name no other owner has, and that is never {@code ..}. */
    private static String encoded(String owner) {
        return URLEncoder.encode(owner, StandardCharsets.UTF_8)
                .replace(".", "%2E")
                .replace("*", "%2A");
    }

    /** True for nearly all of them; a loop, as this is asked at every call. */
    private static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** The directory of one tool's own. */
    String storage(String tool) {
        return home + "/tools/" + tool;
    }
}
