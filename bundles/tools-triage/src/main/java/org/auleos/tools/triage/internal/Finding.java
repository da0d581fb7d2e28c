package org.auleos.tools.triage.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.auleos.plugin.tool.Doc;
import org.jspecify.annotations.Nullable;

/** Something wrong, with what shows it; the same JSON as the findings of {@code log.scan}. */
public record Finding(
        @Doc("the same in every report of the same matter: rule, colon, hash")
        String id,

        @Doc("one line") String title,
        @Doc("critical, high, medium, low or info") Severity severity,
        @Doc("how sure, 0 to 1") double confidence,
        @Doc("rules, statistics or model") Tier tier,
        @Doc("what it is about, one word") String category,
        @Doc("how many records or things count towards it") long count,
        @Doc("when it began") @Nullable Instant firstSeen,
        @Doc("when it was last seen") @Nullable Instant lastSeen,
        @Doc("what it means and where to look") String explanation,
        @Doc("at most five lines that show it") List<Evidence> evidence,

        @Doc("a proposed call; nothing runs it without approval") @Nullable
        Action action) {

    /** A line that shows a finding; line 0 stands for a reading of the machine, path then names the tool that read it. */
    public record Evidence(
            @Doc("the file, or the tool that looked") String path,
            @Doc("line number from 1, or 0") long line,
            @Doc("the line") String text) {}

    /** A proposed tool call. */
    public record Action(
            @Doc("the tool") String tool,
            @Doc("its input") Map<String, String> input,

            @Doc("whether it changes nothing or can be undone")
            boolean undoable,

            @Doc("what it is good for") String why) {

        public Action {
            input = Map.copyOf(input);
        }

        /** A call without input that only looks. */
        static Action look(String tool, String why) {
            return new Action(tool, Map.of(), true, why);
        }
    }

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** The part of the id before the colon. */
    String rule() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** This finding with one more sentence of explanation; itself when the sentence is there already. */
    Finding withNote(String sentence) {
        if (explanation.contains(sentence)) {
            return this;
        }
        String longer = explanation.isEmpty() ? sentence : explanation + " " + sentence;
        return new Finding(
                id, title, severity, confidence, tier, category, count, firstSeen, lastSeen, longer, evidence, action);
    }
}
