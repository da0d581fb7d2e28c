package org.auleos.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a command works with.
 *
 * @param connect finds the running node; asked only by commands that need one
 * @param answers where a person's answers come from
 * @param home the node's home directory
 * @param directory the working directory, absolute
 */
record Context(Screen screen, Supplier<Node> connect, BufferedReader answers, Path home, Path directory) {

    Node node() {
        return connect.get();
    }

    /** Asks a question; anything but yes is no, and so is the end of the input. */
    boolean confirms(String question) {
        screen.ask(question + " [y/N] ");
        try {
            String answer = answers.readLine();
            if (answer == null) {
                screen.line();
                return false;
            }
            String word = answer.strip().toLowerCase(Locale.ROOT);
            return word.equals("y") || word.equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the answer", e);
        }
    }
}
