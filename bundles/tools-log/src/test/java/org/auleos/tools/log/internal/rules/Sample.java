package org.auleos.tools.log.internal.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.auleos.tools.log.internal.read.LogReader;
import org.auleos.tools.log.internal.read.Options;
import org.auleos.tools.log.internal.read.Source;
import org.auleos.tools.log.internal.record.LogRecord;

/**
 * Lines of a log, and whether a rule must find ({@code + rule}) or must not find ({@code - rule}) something in them, or whether all of
 * it is healthy ({@code = name}). In the file, {@code *N line} stands for N lines with {@code {i}} counting from 01.
 *
 * @param number of the line in the sample file where the sample begins
 */
record Sample(char sign, String about, int number, List<String> lines) {

    static List<Sample> all(String resource) {
        List<Sample> samples = new ArrayList<>();
        List<String> text = text(resource).lines().toList();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i);
            if (line.matches("[-+=] [\\w. -]+")) {
                samples.add(new Sample(line.charAt(0), line.substring(2), i + 1, new ArrayList<>()));
            } else {
                samples.get(samples.size() - 1).lines().addAll(repeated(line));
            }
        }
        return samples;
    }

    private static List<String> repeated(String line) {
        if (!line.matches("\\*\\d+ .*")) {
            return List.of(line);
        }
        int blank = line.indexOf(' ');
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= Integer.parseInt(line.substring(1, blank)); i++) {
            lines.add(line.substring(blank + 1).replace("{i}", String.format(Locale.ROOT, "%02d", i)));
        }
        return lines;
    }

    private static String text(String resource) {
        try (InputStream in = Sample.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void read(Consumer<LogRecord> records) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Source source =
                new Source("sample.log", () -> new ByteArrayInputStream(bytes), Instant.parse("2026-03-05T00:00:00Z"));
        LogReader.read(source, Options.in(ZoneOffset.UTC), records);
    }

    @Override
    public String toString() {
        return sign + " " + about + " (line " + number + ")";
    }
}
