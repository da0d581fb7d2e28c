package org.auleos.cli.demo;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The service's log, in the form most Java services use. Thread-safe, since an append is one write. */
final class Log {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT);

    private final Path file;

    Log(Path file) {
        this.file = file;
    }

    void write(String level, @Nullable String text) throws IOException {
        String line = TIME.format(LocalDateTime.now(java.time.ZoneId.systemDefault())) + " " + level
                + " [main] greeter - " + text + "\n";
        Files.writeString(file, line, CREATE, APPEND);
    }
}
