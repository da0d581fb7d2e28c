package org.auleos.tools.process.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolException;
import org.jspecify.annotations.Nullable;

/** Which file a program is, where it runs, and what it finds in its environment. */
final class Programs {

    /** Fixed, as the platform's own variable could be changed to put another program in the way. */
    private static final List<String> FOLDERS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    /** None of them makes a program load or run something else. */
    private static final Set<String> ALLOWED =
            Set.of("LANG", "LC_ALL", "TZ", "HOME", "TERM", "NO_COLOR", "DEBIAN_FRONTEND", "SOURCE_DATE_EPOCH");

    private Programs() {}

    static Path find(String program) {
        if (program.isEmpty() || program.indexOf('\0') >= 0 || (program.contains("/") && !program.startsWith("/"))) {
            throw new ToolException(
                    ToolException.Code.INVALID_INPUT,
                    "program \"" + program.replace('\0', '?') + "\": expected a name, or an absolute path");
        }
        List<Path> candidates = program.startsWith("/")
                ? List.of(Path.of(program))
                : FOLDERS.stream().map(folder -> Path.of(folder, program)).toList();
        return candidates.stream()
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new ToolException(
                        ToolException.Code.NOT_FOUND,
                        "program \"" + program + "\" is not on this machine; looked for " + candidates));
    }

    /** Everything the program inherits; nothing comes from the platform's own environment, which may hold secrets. */
    static Map<String, String> environment(@Nullable List<Spawn.Variable> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", String.join(File.pathSeparator, FOLDERS));
        environment.put("LANG", "C.UTF-8");
        for (Spawn.Variable variable : more == null ? List.<Spawn.Variable>of() : more) {
            if (!ALLOWED.contains(variable.name()) || variable.value().indexOf('\0') >= 0) {
                throw new ToolException(
                        ToolException.Code.INVALID_INPUT,
                        "environment variable " + variable.name() + ": expected one of "
                                + ALLOWED.stream().sorted().toList());
            }
            environment.put(variable.name(), variable.value());
        }
        return environment;
    }

    static File directory(Place place) {
        try {
            if (place.directory().stat(place.path()).kind() == Entry.Kind.DIRECTORY) {
                return Path.of(place.directory().path(), place.path()).toFile();
            }
        } catch (IOException e) {
            throw new ToolException(ToolException.Code.NOT_FOUND, shown(place) + " cannot be used: " + e, e);
        }
        throw new ToolException(
                ToolException.Code.INVALID_INPUT, shown(place) + ": expected a directory, not a link to one");
    }

    private static String shown(Place place) {
        return place.directory().path() + "/" + place.path();
    }
}
