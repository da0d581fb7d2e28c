package org.auleos.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the built bundles say of themselves; the framework believes that, not the sources. */
final class ManifestRulesTest {

    private static final Set<String> EXPORTING = Set.of("org.auleos.plugin-api", "org.auleos.api", "org.auleos.json");
    private static final Pattern OURS = Pattern.compile("(?:^|,)(org\\.auleos\\.[\\w.]+)");

    @Test
    void aBundleIsNamedAfterItsFolder() throws IOException {
        for (Path module : Repository.bundles()) {
            String folder = module.endsWith("plugin-api/api") ? "plugin-api" : name(module);

            assertThat(main(module).getValue("Bundle-SymbolicName")).isEqualTo("org.auleos." + folder);
        }
    }

    @Test
    void onlyContractsAreExported() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path module : Repository.bundles()) {
            String bundle = main(module).getValue("Bundle-SymbolicName");
            if (!EXPORTING.contains(bundle)) {
                ours(module, "Export-Package").forEach(exported -> violations.add(bundle + " exports " + exported));
            }
            ours(module, "Export-Package")
                    .filter(exported -> exported.contains(".internal"))
                    .forEach(exported -> violations.add(bundle + " exports " + exported));
        }

        Suppressions.check("exports", violations);
    }

    @Test
    void toolsImportOnlyThePluginApi() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path module : Repository.bundles()) {
            String bundle = main(module).getValue("Bundle-SymbolicName");
            if (bundle.startsWith("org.auleos.tools-")) {
                ours(module, "Import-Package")
                        .filter(imported -> !imported.startsWith("org.auleos.plugin."))
                        .forEach(imported -> violations.add(bundle + " imports " + imported));
            }
        }

        Suppressions.check("tool-imports", violations);
    }

    private static Stream<String> ours(Path module, String header) throws IOException {
        String value = Objects.requireNonNullElse(main(module).getValue(header), "");
        // Attributes and directives are quoted or follow a semicolon; what remains are the package names.
        String names = value.replaceAll("\"[^\"]*\"", "").replaceAll(";[^,]*", "");
        return OURS.matcher(names).results().map(match -> match.group(1));
    }

    private static Attributes main(Path module) throws IOException {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            Path jar = files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar") || isRelease(file))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not built; run mvnw verify"));
            try (JarFile built = new JarFile(jar.toFile())) {
                return built.getManifest().getMainAttributes();
            }
        }
    }

    private static boolean isRelease(Path file) {
        return file.toString().matches(".*-[0-9]+\\.[0-9]+\\.[0-9]+\\.jar");
    }

    private static String name(Path module) {
        return Objects.requireNonNull(module.getFileName()).toString();
    }
}
