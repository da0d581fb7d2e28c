package org.auleos.cli;

/**
 * One live line about a run, shown on a terminal once the run has taken more than a second. That a unit waits for people is told
 * everywhere and at once.
 */
final class Progress {

    private static final long QUIET_MILLIS = 1_000;
    private static final long BETWEEN_MILLIS = 100;

    private final Screen screen;
    private final long started = System.nanoTime();
    private long shown;

    Progress(Screen screen) {
        this.screen = screen;
    }

    long elapsedMillis() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    void on(EventStream.Received event) {
        long now = elapsedMillis();
        if (event.type().equals("run.unit.waiting")) {
            clear();
            screen.note(event.data().view("payload").text("unit") + "  "
                    + event.data().view("payload").text("message"));
            return;
        }
        if (!screen.terminal() || now < QUIET_MILLIS || now - shown < BETWEEN_MILLIS) {
            return;
        }
        View payload = event.data().view("payload");
        String unit = payload.has("unit") ? payload.text("unit") : event.data().text("unit");
        if (event.type().equals("run.unit.progressed")) {
            double fraction = payload.fraction("fraction");
            String percent = fraction < 0 ? "" : Math.round(fraction * 100) + " %  ";
            show(now, unit + "  " + percent + payload.text("message"));
        } else if (event.type().equals("run.unit.started")) {
            show(now, unit + "  " + payload.text("tool"));
        }
    }

    private void show(long now, String text) {
        shown = now;
        screen.live(Words.elapsed(now) + "  " + text);
    }

    /** Leaves nothing behind. */
    void clear() {
        if (shown > 0) {
            screen.live("");
        }
    }
}
