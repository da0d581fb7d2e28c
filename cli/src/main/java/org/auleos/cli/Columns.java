package org.auleos.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How wide the terminal is. */
final class Columns {

    private static final int USUAL = 100;
    private static final int LEAST = 40;

    private Columns() {}

    /** From the environment, or else from the terminal itself. */
    static int ofTerminal() {
        String named = System.getenv("COLUMNS");
        int columns = parse(named == null ? "" : named);
        return columns > 0 ? columns : asked();
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int columns = stty.waitFor(1, TimeUnit.SECONDS) ? parse(answer.substring(answer.indexOf(' ') + 1)) : 0;
            return columns > 0 ? columns : USUAL;
        } catch (IOException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    private static int parse(String text) {
        try {
            return Math.max(LEAST, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
