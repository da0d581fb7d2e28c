package org.auleos.policy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.auleos.api.policy.Capability;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What no tool may touch of the platform itself, whatever a policy says: its secrets, its configuration and its ledger. */
final class OwnRules {

    private static final Logger log = LoggerFactory.getLogger(OwnRules.class);

    private static final List<String> SECRET = List.of("/token", "/identity/**", "/keys/**");
    private static final List<String> FIXED =
            List.of("/etc/**", "/data/ledger/**", "/data/store/**", "/data/cache/**", "/data/identity/**");

    private OwnRules() {}

    /** Rules for the home directory of a node; none when it is not known, as in a test of another bundle. */
    static List<PolicyFile.Rule> of(@Nullable String home) {
        List<PolicyFile.Rule> rules = new ArrayList<>();
        for (String name : home == null ? Set.<String>of() : names(Path.of(home))) {
            SECRET.forEach(path -> rules.add(rule("*", name + path, "it holds secrets of this platform")));
            FIXED.forEach(path -> rules.add(rule("write", name + path, "it is the state of this platform itself")));
        }
        return rules;
    }

    private static PolicyFile.Rule rule(String action, String pattern, String why) {
        return new PolicyFile.Rule(new Capability("fs", action, pattern), why);
    }

    /** The directory as it is called and as it really is. */
    private static Set<String> names(Path home) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Capability.escape(home.toAbsolutePath().normalize().toString()));
        try {
            names.add(Capability.escape(
                    Files.isDirectory(home)
                            ? home.toRealPath().toString()
                            : names.iterator().next()));
        } catch (IOException e) {
            log.warn("The real name of {} cannot be told; only that name is protected", home, e);
        }
        return names;
    }
}
