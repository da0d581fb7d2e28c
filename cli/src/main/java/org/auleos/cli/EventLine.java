package org.auleos.cli;

import java.util.List;

/** An event of the ledger as one line. */
final class EventLine {

    private static final List<String> TELLING =
            List.of("thought", "message", "problem", "reason", "tool", "state", "name", "text");

    private EventLine() {}

    static void print(View event, Screen screen) {
        StringBuilder line = new StringBuilder();
        line.append(
                screen.style(Screen.Style.DIM, "#" + event.text("sequence") + " " + Words.time(event.text("time"))));
        line.append("  ").append(screen.style(Screen.Style.BOLD, event.text("type")));
        if (event.has("unit") && !event.text("unit").isEmpty()) {
            line.append("  ").append(screen.style(Screen.Style.CYAN, event.text("unit")));
        }
        line.append("  ").append(Clean.line(gist(event)));
        screen.styled(line.toString().stripTrailing());
    }

    /** What the event says in a few words: its reason, or the most telling members of its payload. */
    private static String gist(View event) {
        if (!event.text("why").isEmpty()) {
            return event.text("why");
        }
        View payload = event.view("payload");
        StringBuilder gist = new StringBuilder();
        for (String name : TELLING) {
            if (payload.has(name)) {
                gist.append(gist.length() == 0 ? "" : ", ").append(payload.text(name));
            }
        }
        if (payload.view("pin").has("name")) {
            gist.insert(
                    0,
                    payload.view("pin").text("name") + " "
                            + payload.view("result").text("state") + " ");
        }
        return Cut.to(gist.toString().strip(), 160);
    }
}
