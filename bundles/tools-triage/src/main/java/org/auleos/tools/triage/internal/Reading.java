package org.auleos.tools.triage.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.auleos.tools.triage.internal.Finding.Action;
import org.auleos.tools.triage.internal.Finding.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the machine is about; makes its findings alike.
 *
 * @param rule the check
 * @param category what it is about, one word
 * @param tool the tool that looked
 * @param action what to look at next, or null
 * @param about the thing that was checked, when there are several; tells the ids of findings apart
 */
record Reading(
        String rule, String category, String tool, @Nullable Action action, String about) {

    Reading(String rule, String category, String tool, @Nullable Action action) {
        this(rule, category, tool, action, "");
    }

    /** The same check of one thing among several. */
    Reading of(String thing) {
        return new Reading(rule, category, tool, action, thing);
    }

    /** A finding about one thing of the machine. */
    Finding finding(Severity severity, double confidence, String thing, String title, String explanation) {
        return finding(severity, confidence, List.of(thing), title, explanation);
    }

    /** A finding about several things; the first few are its evidence. */
    Finding finding(Severity severity, double confidence, List<String> things, String title, String explanation) {
        List<Evidence> evidence = things.stream()
                .limit(5)
                .map(thing -> new Evidence(tool, 0, thing))
                .toList();
        return new Finding(
                id(),
                title,
                severity,
                confidence,
                Tier.RULES,
                category,
                things.size(),
                null,
                null,
                explanation,
                evidence,
                action);
    }

    private String id() {
        CRC32 crc = new CRC32();
        crc.update(about.getBytes(StandardCharsets.UTF_8));
        return "%s:%08x".formatted(rule, crc.getValue());
    }
}
