package org.auleos.cli;

import java.util.List;

/** Finds the run somebody means: its id, the beginning of one, or {@code last}. */
final class RunId {

    private static final int SEARCHED = 1_000;

    private RunId() {}

    static String of(String text, Node node) {
        if (text.equals("last")) {
            List<View> newest = node.get("/runs?limit=1").views("items");
            if (newest.isEmpty()) {
                throw new Failure("there is no run yet", "state a goal: aule goal \"TEXT\"");
            }
            return newest.get(0).text("id");
        }
        List<String> matching = node.get("/runs?limit=" + SEARCHED).views("items").stream()
                .map(run -> run.text("id"))
                .filter(id -> id.startsWith(text))
                .toList();
        if (matching.contains(text) || matching.isEmpty()) {
            return text;
        }
        if (matching.size() > 1) {
            throw new Failure(
                    "\"" + text + "\" means " + matching.size() + " runs: "
                            + String.join(", ", matching.subList(0, Math.min(5, matching.size()))),
                    "write more of the id");
        }
        return matching.get(0);
    }
}
