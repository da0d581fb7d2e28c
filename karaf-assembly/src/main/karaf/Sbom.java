import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the bill of materials of a distribution (CycloneDX 1.6, JSON) from the jars that are really in it; run by the
 * build as {@code java Sbom.java ASSEMBLY VERSION}. A dependency report would name what the build looked at instead.
 */
final class Sbom {

    private Sbom() {}

    private record Part(String group, String name, String version, String sha256, String licence) {

        String json() {
            String licences = licence.isEmpty() ? "" : ",\"licenses\":[{\"license\":{\"name\":\"%s\"}}]".formatted(escaped(licence));
            return "{\"type\":\"library\",\"bom-ref\":\"%1$s\",\"group\":\"%2$s\",\"name\":\"%3$s\",\"version\":\"%4$s\",\"purl\":\"%1$s\",\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"%5$s\"}]%6$s}"
                    .formatted("pkg:maven/" + group + "/" + name + "@" + version, group, name, version, sha256, licences);
        }
    }

    public static void main(String[] args) throws IOException {
        Path assembly = Path.of(args[0]);
        List<Path> jars;
        try (Stream<Path> files = Files.walk(assembly)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        StringBuilder parts = new StringBuilder();
        for (Path jar : jars) {
            parts.append(parts.isEmpty() ? "" : ",\n").append(part(assembly, jar).json());
        }
        Files.writeString(assembly.resolve("sbom.cdx.json"), """
                {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,
                "metadata":{"component":{"type":"application","bom-ref":"auleos","name":"auleos","version":"%s"}},
                "components":[
                %s
                ]}
                """.formatted(args[1], parts));
    }

    /** A jar below system/ lies at its coordinates; one below lib/ carries them, or is named by its file. */
    private static Part part(Path assembly, Path jar) throws IOException {
        Path place = assembly.relativize(jar);
        String[] coordinates = place.startsWith("system") ? placed(place) : carried(jar);
        try (JarFile file = new JarFile(jar.toFile())) {
            String licence = file.getManifest() == null ? null : file.getManifest().getMainAttributes().getValue("Bundle-License");
            return new Part(coordinates[0], coordinates[1], coordinates[2], sha256(jar), Objects.requireNonNullElse(licence, "").strip());
        }
    }

    private static String[] placed(Path place) {
        int names = place.getNameCount();
        String group = place.subpath(1, names - 3).toString().replace('/', '.').replace('\\', '.');
        return new String[] {group, place.getName(names - 3).toString(), place.getName(names - 2).toString()};
    }

    private static String[] carried(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            var properties = file.stream()
                    .filter(entry -> entry.getName().startsWith("META-INF/maven/") && entry.getName().endsWith("/pom.properties"))
                    .toList();
            if (properties.size() == 1) {
                Properties read = new Properties();
                read.load(file.getInputStream(properties.get(0)));
                return new String[] {read.getProperty("groupId"), read.getProperty("artifactId"), read.getProperty("version")};
            }
        }
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        String version = name.replaceFirst("^.*?-(?=[0-9])", "");
        return new String[] {"unknown", version.equals(name) ? name : name.substring(0, name.length() - version.length() - 1), version};
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c : c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
