package org.auleos.toolbox.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.auleos.api.tool.ToolPin;

/** The versions of every tool, side by side, newest first. Thread-safe; the lists in the map are never changed. */
final class Versions {

    private final Map<String, List<ToolVersion>> byName = new ConcurrentHashMap<>();

    void add(ToolVersion version) {
        byName.merge(version.spec().name(), List.of(version), Versions::joined);
    }

    void remove(ToolVersion version) {
        byName.computeIfPresent(version.spec().name(), (name, all) -> {
            List<ToolVersion> rest = all.stream().filter(one -> one != version).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    private static List<ToolVersion> joined(List<ToolVersion> one, List<ToolVersion> other) {
        List<ToolVersion> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparing((ToolVersion version) ->
                        BundleVersion.of(version.source().version()))
                .reversed());
        return List.copyOf(all);
    }

    /** The version new runs get. */
    Optional<ToolVersion> newest(String name) {
        return byName.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** That very code. */
    Optional<ToolVersion> exactly(ToolPin pin) {
        return byName.getOrDefault(pin.name(), List.of()).stream()
                .filter(version -> version.pin().equals(pin))
                .findFirst();
    }

    /** The newest of each, by name. */
    List<ToolVersion> newest() {
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().get(0))
                .toList();
    }

    /** The names there are, sorted. */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }
}
