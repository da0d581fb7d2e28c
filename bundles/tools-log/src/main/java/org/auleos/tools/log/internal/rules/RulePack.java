package org.auleos.tools.log.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A versioned set of rules on one subject. */
record RulePack(String name, String version, List<Rule> rules) {

    /** The packs that ship with the bundle, each a resource {@code rules/<name>.json}. */
    private static final List<String> SHIPPED = List.of(
            "login",
            "storage",
            "memory",
            "service",
            "network",
            "certificate",
            "permission",
            "http",
            "jvm",
            "time",
            "package",
            "kernel",
            "database",
            "container",
            "generic");

    RulePack {
        rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!rule.id().startsWith(name + ".") || !ids.add(rule.id())) {
                throw new IllegalArgumentException(
                        "rule " + rule.id() + ": expected an id of its own that begins with \"" + name + ".\"");
            }
        }
    }

    /** Every pack of the bundle; a defect in one is a defect of the bundle and refused with its place. */
    static List<RulePack> shipped() {
        List<RulePack> packs = new ArrayList<>();
        for (String name : SHIPPED) {
            packs.add(new RulePackReader(name).read(resource("/rules/" + name + ".json")));
        }
        return List.copyOf(packs);
    }

    private static String resource(String path) {
        try (InputStream in = RulePack.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("rule pack " + path + " is missing from the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("rule pack " + path + " cannot be read", e);
        }
    }
}
