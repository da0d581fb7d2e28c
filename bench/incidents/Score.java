import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.auleos.json.Json;

/**
 * Runs triage over every scenario of {@code generate.sh} and holds its report against what is known to be there.
 *
 * <pre>java -cp JSON_JAR:JACKSON_CORE_JAR bench/incidents/Score.java AULE SCENARIOS</pre>
 *
 * <p>An incident counts as found when a finding above low names it, cites at least one of its lines or of those that go with
 * them, cites no other line that is further than 5 lines from one of its own, counts its events or their lines, and says when the first and the last of them were written. It prints every finding it holds against that.
 */
public class Score {

    record Incident(String name, String file, Pattern lines, Pattern about, Pattern also) {}

    record Evidence(String path, long line) {}

    record Finding(
            String id,
            String title,
            String category,
            String severity,
            long count,
            Optional<Instant> first,
            Optional<Instant> last,
            List<Evidence> evidence) {
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
        Set<Long> also = new TreeSet<>();
        List<String> text = lines(scenario.resolve(incident.file()));
        for (int i = 0; i < text.size(); i++) {
            if (incident.lines().matcher(text.get(i)).find()) {
                lines.add(i + 1L);
            } else if (incident.also().matcher(text.get(i)).find()) {
                also.add(i + 1L);
            }
        }
        String best = "MISSED; findings: " + labels(findings);
        for (Finding finding : findings) {
            if (!finding.serious() || !names(finding, incident)) {
                continue;
            }
            String problem = problem(finding, incident, lines, also, text);
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
            return List.of(new String(text.readAllBytes(), StandardCharsets.ISO_8859_1).split("\n"));
        }
    }

    static boolean names(Finding finding, Incident incident) {
        return incident.about()
                .matcher(finding.id() + " " + finding.title() + " " + finding.category())
                .find();
    }

    static String problem(
            Finding finding, Incident incident, Set<Long> lines, Set<Long> also, List<String> text) {
        List<Long> cited = finding.evidence().stream()
                .filter(evidence -> evidence.path().endsWith("/" + incident.file()))
                .map(Evidence::line)
                .toList();
        if (cited.stream().noneMatch(line -> lines.contains(line) || also.contains(line))) {
            return "cites lines " + cited + " of " + incident.file() + ", expected some of " + lines;
        }
        for (long line : cited) {
            if (!also.contains(line) && lines.stream().noneMatch(known -> Math.abs(known - line) <= 5)) {
                return "cites line " + line + ", far from any of " + lines;
            }
        }
        long events = events(incident.lines().pattern(), lines, text);
        if (finding.count() < events || finding.count() > lines.size() + also.size()) {
            return "counts " + finding.count() + ", expected " + events + " to " + (lines.size() + also.size());
        }
        return times(finding, instants(lines, text), instants(also, text));
    }

    /**
     * How often it happened: a program may state one event in several lines, each an alternative of the expression, and the
     * rarest of them says how many there were.
     */
    static long events(String expression, Set<Long> lines, List<String> text) {
        return alternatives(expression).stream()
                .map(Pattern::compile)
                .map(one -> lines.stream()
                        .filter(line -> one.matcher(text.get((int) (line - 1))).find())
                        .count())
                .filter(count -> count > 0)
                .min(Long::compare)
                .orElse(0L);
    }

    /** The parts of an expression between the bars that stand in no bracket. */
    static List<String> alternatives(String expression) {
        List<String> parts = new ArrayList<>(List.of(""));
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            String text = c == '\\' ? expression.substring(i, ++i + 1) : String.valueOf(c);
            depth += "([".contains(text) ? 1 : ")]".contains(text) ? -1 : 0;
            if (text.equals("|") && depth == 0) {
                parts.add("");
            } else {
                parts.add(parts.remove(parts.size() - 1) + text);
            }
        }
        return parts;
    }

    static List<Instant> instants(Set<Long> lines, List<String> text) {
        return lines.stream()
                .flatMap(line -> Stamps.of(text.get((int) (line - 1))).stream())
                .sorted()
                .toList();
    }

    /** The first time is that of the first line of the incident, or of an earlier one that goes with it; the last likewise. */
    static String times(Finding finding, List<Instant> own, List<Instant> also) {
        if (own.isEmpty()) {
            return "";
        }
        Instant first = own.get(0);
        Instant last = own.get(own.size() - 1);
        Instant earliest = also.isEmpty() || first.isBefore(also.get(0)) ? first : also.get(0);
        Instant latest = also.isEmpty() || last.isAfter(also.get(also.size() - 1)) ? last : also.get(also.size() - 1);
        boolean right = within(finding.first(), earliest, first) && within(finding.last(), last, latest);
        return right ? "" : "from " + finding.first() + " to " + finding.last() + ", expected " + first + " to " + last;
    }

    /** To the second, which is what most logs tell. */
    static boolean within(Optional<Instant> time, Instant from, Instant to) {
        return time.filter(t -> !t.isBefore(from.minusSeconds(1)) && !t.isAfter(to.plusSeconds(1)))
                .isPresent();
    }

    /** The time a line states, read on its own: whoever wrote the product's reader must not be asked. */
    static class Stamps {

        private static final List<Pattern> PATTERNS = List.of(
                Pattern.compile("(?<y>20\\d\\d)[-/](?<m>\\d\\d)[-/](?<d>\\d\\d)[T ](?<t>\\d\\d:\\d\\d:\\d\\d)"
                        + "(?:[.,]\\d+)? ?(?<z>Z|[+-]\\d\\d:?\\d\\d|UTC|GMT|CET|EST|PST)?"),
                Pattern.compile("(?<d>\\d{1,2})[/ .](?<m>[A-Z][a-z][a-z]|\\d\\d)[/ .](?<y>20\\d\\d)[: ](?<t>\\d\\d:\\d\\d:\\d\\d)"
                        + "(?:[.,]\\d+)? ?(?<z>[+-]\\d{4})?"),
                Pattern.compile("(?<m>[A-Z][a-z][a-z]) +(?<d>\\d{1,2}),? (?<y>20\\d\\d),? (?<t>\\d{1,2}:\\d\\d:\\d\\d)(?<z>)(?<h> [AP]M)?"),
                Pattern.compile("(?<m>[A-Z][a-z][a-z]) +(?<d>\\d{1,2}) (?<t>\\d\\d:\\d\\d:\\d\\d)(?<z>)(?: (?<y>20\\d\\d))?"));

        static Optional<Instant> of(String line) {
            for (Pattern pattern : PATTERNS) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    return Optional.of(instant(matcher));
                }
            }
            return Optional.empty();
        }

        static Instant instant(Matcher stamp) {
            int year = stamp.group("y") == null ? LocalDate.now().getYear() : Integer.parseInt(stamp.group("y"));
            LocalDate date = LocalDate.of(year, month(stamp.group("m")), Integer.parseInt(stamp.group("d")));
            String time = stamp.group("t");
            LocalTime clock = LocalTime.parse(time.length() == 7 ? "0" + time : time);
            if (stamp.pattern().pattern().contains("(?<h>") && stamp.group("h") != null) {
                clock = clock.withHour(clock.getHour() % 12 + (stamp.group("h").equals(" PM") ? 12 : 0));
            }
            String zone = stamp.group("z");
            ZoneId at = zone == null || zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone, ZoneId.SHORT_IDS);
            return date.atTime(clock).atZone(at).toInstant();
        }

        static int month(String text) {
            return Character.isDigit(text.charAt(0))
                    ? Integer.parseInt(text)
                    : "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(text) / 3 + 1;
        }
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
                json.text("firstSeen").map(Instant::parse),
                json.text("lastSeen").map(Instant::parse),
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
