package org.auleos.tools.hw.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the NVIDIA driver shows below {@code /proc/driver/nvidia}: the models, not their load. */
record NvidiaDriver(Path root) {

    private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(.+)$");
    private static final Pattern UUID = Pattern.compile("(?m)^GPU UUID:\\s*(\\S+)$");

    List<Gpu.Device> devices() throws IOException {
        List<Gpu.Device> devices = new ArrayList<>();
        Path gpus = root.resolve("gpus");
        if (Files.isDirectory(gpus)) {
            try (Stream<Path> each = Files.list(gpus)) {
                for (Path gpu : each.sorted().toList()) {
                    devices.add(device(Files.readString(gpu.resolve("information"))));
                }
            }
        }
        return devices;
    }

    private static Gpu.Device device(String information) {
        String model = find(MODEL, information);
        return new Gpu.Device(
                model == null ? "NVIDIA" : model.strip(), find(UUID, information), null, null, null, null, null, null);
    }

    private static @Nullable String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
