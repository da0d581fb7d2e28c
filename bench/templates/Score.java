import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures from outside how well {@code log.templates} groups the lines of logs whose templates are known.
 *
 * <pre>java bench/templates/Score.java AULE DIRECTORY</pre>
 *
 * <p>DIRECTORY holds, anywhere below it, pairs {@code NAME_2k.log} and {@code NAME_2k.log_structured.csv} as the Loghub data sets come
 * (columns LineId … EventId …). Every raw file is given to the product as it is, all with one configuration. Grouping accuracy after
 * Zhu et al. (ICSE-SEIP 2019): the share of lines whose group holds exactly the lines of their true template.
 */
public class Score {

    public static void main(String[] args) throws Exception {
        List<Path> logs;
        try (Stream<Path> tree = Files.walk(Path.of(args[1]))) {
            logs = tree.filter(file -> file.toString().endsWith("_2k.log")).sorted().toList();
        }
        double sum = 0;
        for (Path log : logs) {
            double accuracy = accuracy(assigned(args[0], log.toAbsolutePath()), known(Path.of(log + "_structured.csv")));
            sum += accuracy;
            System.out.printf("%-12s %.3f%n", log.getFileName().toString().replace("_2k.log", ""), accuracy);
        }
        System.out.printf("%-12s %.3f over %d systems%n", "mean", sum / logs.size(), logs.size());
    }

    static List<String> assigned(String aule, Path log) throws Exception {
        Path directory = Files.createTempDirectory("templates");
        Path file = directory.resolve("assignments");
        String input = "{\"paths\":[\"" + log + "\"],\"assignments\":\"" + file + "\"}";
        Process process = new ProcessBuilder(
                        aule, "tool", "call", "log.templates", input, "--grant", "fs:read:" + log, "--grant", "fs:write:" + file)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("log.templates failed on " + log);
        }
        return Files.readAllLines(file);
    }

    static List<String> known(Path csv) throws Exception {
        List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
        int column = columns(lines.get(0)).indexOf("EventId");
        List<String> ids = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            ids.add(columns(line).get(column));
        }
        return ids;
    }

    static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                columns.add(column.toString());
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        columns.add(column.toString());
        return columns;
    }

    static double accuracy(List<String> assigned, List<String> known) {
        if (assigned.size() != known.size()) {
            throw new IllegalStateException(assigned.size() + " lines assigned, " + known.size() + " known");
        }
        Map<String, List<Integer>> groups = groups(assigned);
        Map<String, List<Integer>> truth = groups(known);
        long right = 0;
        for (int i = 0; i < known.size(); i++) {
            right += groups.get(assigned.get(i)).equals(truth.get(known.get(i))) ? 1 : 0;
        }
        return (double) right / known.size();
    }

    static Map<String, List<Integer>> groups(List<String> ids) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            groups.computeIfAbsent(ids.get(i), id -> new ArrayList<>()).add(i);
        }
        return groups;
    }
}
