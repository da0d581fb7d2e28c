package org.auleos.cli;

/** Shows how a call ended. */
final class Outcomes {

    private Outcomes() {}

    /** 0 when it was done, otherwise 1. */
    static int print(View answer, boolean json, Screen screen) {
        boolean done = answer.text("state").equals("done");
        if (json) {
            screen.json(answer.json());
        } else if (done) {
            screen.json(answer.view("output").json());
        } else {
            screen.note(answer.text("state") + ": " + answer.text("message"));
        }
        if (!json && answer.yes("undoable")) {
            screen.note("to take it back: aule tool undo " + answer.text("intent"));
        }
        return done ? 0 : 1;
    }
}
