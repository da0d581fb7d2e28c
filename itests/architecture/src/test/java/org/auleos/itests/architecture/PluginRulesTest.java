package org.auleos.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the author of a plugin is promised. */
final class PluginRulesTest {

    private static final Pattern VERSION = Pattern.compile("<([\\w.-]+\\.version)>([^<]+)</");
    private static final Path PLUGIN = Repository.root().resolve("itests/plugin");

    @Test
    void aPomOfTwelveLinesIsEnough() throws IOException {
        List<String> pom = Files.readAllLines(PLUGIN.resolve("pom.xml"));

        assertThat(pom.stream().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void theManifestNamesTheToolBeforeAnyCodeRuns() throws IOException {
        Attributes manifest;
        try (JarFile jar =
                new JarFile(PLUGIN.resolve("target/com.acme.text-1.0.0.jar").toFile())) {
            manifest = jar.getManifest().getMainAttributes();
        }

        assertThat(manifest.getValue("Provide-Capability")).contains("auleos.tool;", "name=\"acme.count_words\"");
        assertThat(manifest.getValue("Import-Package")).contains("org.auleos.plugin.tool;version=\"[1.0,2)\"");
        assertThat(manifest.getValue("Service-Component")).isEqualTo("OSGI-INF/com.acme.text.CountWords.xml");
    }

    @Test
    void theParentOfPluginsPinsWhatTheRootPins() throws IOException {
        Map<String, String> root = versions("pom.xml");
        Map<String, String> parent = versions("plugin-api/parent/pom.xml");
        parent.remove("auleos.version");

        assertThat(parent).isNotEmpty();
        assertThat(root).containsAllEntriesOf(parent);
    }

    @Test
    void theGuideShowsTheToolThatIsBuilt() throws IOException {
        String guide = Files.readString(Repository.root().resolve("docs/guides/write-a-tool.md"));
        String tool = Files.readString(PLUGIN.resolve("src/main/java/com/acme/text/CountWords.java"));

        assertThat(guide).contains("```java\n" + tool + "```");
    }

    private static Map<String, String> versions(String pom) throws IOException {
        return VERSION.matcher(Files.readString(Repository.root().resolve(pom)))
                .results()
                .collect(Collectors.toMap((MatchResult found) -> found.group(1), found -> found.group(2)));
    }
}
