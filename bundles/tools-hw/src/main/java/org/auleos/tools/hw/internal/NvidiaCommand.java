package org.auleos.tools.hw.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NVIDIA's own command, asked for values separated by commas.
 *
 * @param folders where the program is looked for, and nowhere else
 */
record NvidiaCommand(List<Path> folders) {

    private static final String NAME = "nvidia-smi";
    private static final long MIB = 1024 * 1024;
    private static final int ANSWER_MAX = 64 * 1024;
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final List<String> ARGUMENTS = List.of(
            "--query-gpu=name,uuid,driver_version,memory.total,memory.used,utilization.gpu,temperature.gpu,power.draw",
            "--format=csv,noheader,nounits");

    /** What it said: devices, or the problem in its own words. */
    record Answer(List<Gpu.Device> devices, String problem) {}

    static NvidiaCommand installed() {
        return new NvidiaCommand(List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/usr/lib/wsl/lib")));
    }

    Optional<Path> program() {
        return folders.stream()
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isExecutable)
                .findFirst();
    }

    String places() {
        return String.join(", ", folders.stream().map(Path::toString).toList());
    }

    Answer ask(Path program, Duration patience) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(ARGUMENTS);
        Path output = Files.createTempFile("aule-gpu-", ".csv");
        Process process = null;
        try {
            process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Answer(List.of(), NAME + " did not answer within " + patience);
            }
            String text = head(output);
            return process.exitValue() == 0
                    ? new Answer(devices(text), NAME + " named no device")
                    : new Answer(
                            List.of(),
                            NAME + " said: " + text.lines().findFirst().orElse("nothing"));
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            Files.delete(output);
        }
    }

    private static String head(Path output) throws IOException {
        try (var in = Files.newInputStream(output)) {
            return new String(in.readNBytes(ANSWER_MAX), StandardCharsets.UTF_8);
        }
    }

    static List<Gpu.Device> devices(String text) {
        return text.lines()
                .map(line -> COMMA.split(line.strip(), -1))
                .filter(values -> values.length == 8)
                .map(NvidiaCommand::device)
                .toList();
    }

    private static Gpu.Device device(String[] values) {
        return new Gpu.Device(
                values[0],
                values[1],
                values[2],
                mebibytes(values[3]),
                mebibytes(values[4]),
                number(values[5]),
                number(values[6]),
                number(values[7]));
    }

    private static @Nullable Long mebibytes(String value) {
        Double number = number(value);
        return number == null ? null : Math.round(number * MIB);
    }

    /** Devices answer words such as {@code [N/A]} for what they do not measure. */
    private static @Nullable Double number(String value) {
        return value.matches("\\d+(\\.\\d+)?") ? Double.valueOf(value) : null;
    }
}
