import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.auleos.json.Json;

/**
 * Runs triage over every scenario of {@code generate.sh} and holds its report against what is known to be there.
 *
 * <pre>java -cp JSON_JAR:JACKSON_CORE_JAR bench/incidents/Score.java AULE SCENARIOS</pre>
 *
 * <p>An incident counts as found when a finding above low names it, cites at least one of its lines, cites no line that
 * is further than 5 lines from one of them, and counts its lines (and at most those that go with them). It prints every finding it holds against that.
 */
public class Score {

    record Incident(String name, String file, Pattern lines, Pattern about, Pattern also) {}

    record Evidence(String path, long line) {}

    record Finding(String id, String title, String category, String severity, long count, List<Evidence> evidence) {
        boolean serious() {
            return !Set.of("low", "info").contains(severity);
        }

        String label() {
            return severity + " " + id + " \"" + title + "\" x" + count;
        }
    }

    public static void main(String[] args) throws Exception {
        int incidents = 0;
        int found = 0;
        int healthy = 0;
        int noisy = 0;
        List<Path> scenarios;
        try (Stream<Path> list = Files.list(Path.of(args[1]))) {
            scenarios = list.filter(dir -> Files.exists(expectations(dir))).sorted().toList();
        }
        for (Path scenario : scenarios) {
            List<Finding> findings = triage(args[0], scenario);
            for (String line : Files.readAllLines(expectations(scenario))) {
                if (line.equals("healthy")) {
                    healthy++;
                    List<Finding> serious =
                            findings.stream().filter(Finding::serious).toList();
                    noisy += serious.isEmpty() ? 0 : 1;
                    print(scenario, "healthy", serious.isEmpty() ? "quiet" : "NOISY " + labels(serious));
                } else {
                    incidents++;
                    String[] part = line.split("\t");
                    String verdict = verdict(
                            scenario,
                            new Incident(
                                    part[1],
                                    part[2],
                                    Pattern.compile(part[3]),
                                    Pattern.compile(part[4], Pattern.CASE_INSENSITIVE),
                                    Pattern.compile(part.length > 5 ? part[5] : "(?!)")),
                            findings);
                    found += verdict.startsWith("found") ? 1 : 0;
                    print(scenario, part[1], verdict);
                }
            }
        }
        System.out.printf(
                "incidents found: %d of %d; healthy logs with a finding above low: %d of %d%n",
                found, incidents, noisy, healthy);
    }

    static Path expectations(Path scenario) {
        return scenario.resolveSibling(scenario.getFileName() + ".expect");
    }

    static String verdict(Path scenario, Incident incident, List<Finding> findings) throws Exception {
        Set<Long> lines = new TreeSet<>();
        int also = 0;
        List<String> text = lines(scenario.resolve(incident.file()));
        for (int i = 0; i < text.size(); i++) {
            if (incident.lines().matcher(text.get(i)).find()) {
                lines.add(i + 1L);
            } else if (incident.also().matcher(text.get(i)).find()) {
                also++;
            }
        }
        String best = "MISSED; findings: " + labels(findings);
        for (Finding finding : findings) {
            if (!finding.serious() || !names(finding, incident)) {
                continue;
            }
            String problem = problem(finding, incident, lines, also);
            if (problem.isEmpty()) {
                return "found by " + finding.label();
            }
            best = "WRONG " + finding.label() + ": " + problem;
        }
        return best;
    }

    static List<String> lines(Path file) throws Exception {
        try (InputStream raw = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(text.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList();
        }
    }

    static boolean names(Finding finding, Incident incident) {
        return incident.about()
                .matcher(finding.id() + " " + finding.title() + " " + finding.category())
                .find();
    }

    static String problem(Finding finding, Incident incident, Set<Long> lines, int also) {
        List<Long> cited = finding.evidence().stream()
                .filter(evidence -> evidence.path().endsWith("/" + incident.file()))
                .map(Evidence::line)
                .toList();
        if (cited.stream().noneMatch(lines::contains)) {
            return "cites lines " + cited + " of " + incident.file() + ", expected some of " + lines;
        }
        for (long line : cited) {
            if (lines.stream().noneMatch(known -> Math.abs(known - line) <= 5)) {
                return "cites line " + line + ", far from any of " + lines;
            }
        }
        boolean counted = finding.count() >= lines.size() && finding.count() <= lines.size() + also;
        return counted ? "" : "counts " + finding.count() + ", expected " + lines.size() + " to " + (lines.size() + also);
    }

    static List<Finding> triage(String aule, Path scenario) throws Exception {
        Process process = new ProcessBuilder(aule, "triage", scenario.toString(), "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] out = process.getInputStream().readAllBytes();
        process.waitFor();
        List<Finding> findings = new ArrayList<>();
        Json.Arr items = (Json.Arr) Json.object(out).get("findings").orElseThrow();
        for (Json item : items.items()) {
            findings.add(finding((Json.Obj) item));
        }
        return findings;
    }

    static Finding finding(Json.Obj json) {
        List<Evidence> evidence = new ArrayList<>();
        for (Json item : ((Json.Arr) json.get("evidence").orElseThrow()).items()) {
            Json.Obj place = (Json.Obj) item;
            evidence.add(new Evidence(place.text("path").orElse(""), number(place, "line")));
        }
        return new Finding(
                json.text("id").orElse(""),
                json.text("title").orElse(""),
                json.text("category").orElse(""),
                json.text("severity").orElse(""),
                number(json, "count"),
                evidence);
    }

    static long number(Json.Obj json, String name) {
        return json.get(name).map(value -> ((Json.Int) value).value()).orElse(0L);
    }

    static String labels(List<Finding> findings) {
        return findings.stream().map(Finding::label).toList().toString();
    }

    static void print(Path scenario, String name, String verdict) {
        System.out.printf("%-24s %-10s %s%n", scenario.getFileName(), name, verdict);
    }
}
