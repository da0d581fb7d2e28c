package org.auleos.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.auleos.json.Json;

/** Where a command writes; whatever comes from elsewhere is cleaned on its way. Confined to one thread. */
final class Screen {

    /** How a text stands out on a terminal that shows colours. */
    enum Style {
        PLAIN(""),
        BOLD("1"),
        DIM("2"),
        RED("1;31"),
        YELLOW("33"),
        GREEN("32"),
        CYAN("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }

        /** The style of a severity or a state. */
        static Style of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "critical", "high", "failed", "denied", "unknown", "held", "timed_out" -> RED;
                case "medium", "cancelled", "skipped", "pending", "awaiting", "expired" -> YELLOW;
                case "done", "running" -> GREEN;
                case "low" -> CYAN;
                default -> DIM;
            };
        }
    }

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final boolean colours;
    private final int width;

    /** @param width columns, for cutting and wrapping on a terminal */
    Screen(PrintStream out, PrintStream err, boolean terminal, boolean colours, int width) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
        this.width = width;
    }

    boolean terminal() {
        return terminal;
    }

    int width() {
        return width;
    }

    void line(String text) {
        out.println(Clean.line(text));
    }

    void line() {
        out.println();
    }

    /** Text of our own or already cleaned, with styles in it. */
    void styled(String text) {
        out.println(text);
    }

    /** The cleaned text in a style, where the terminal shows any. */
    String style(Style style, String text) {
        String clean = Clean.line(text);
        return colours && style != Style.PLAIN ? "\u001b[" + style.code + "m" + clean + "\u001b[0m" : clean;
    }

    void json(Json json) {
        out.println(Clean.lines(json.pretty()));
    }

    /** Goes to standard error, so that it never mixes with what a pipe reads. */
    void note(String text) {
        err.println(Clean.line(text));
    }

    /** Replaces the last line on standard error, on a terminal only. */
    void live(String text) {
        if (terminal) {
            err.print("\r\u001b[K" + Cut.to(Clean.line(text), width - 1));
            err.flush();
        }
    }

    /** Writes without ending the line, for a question. */
    void ask(String text) {
        out.print(Clean.line(text));
        out.flush();
    }
}
