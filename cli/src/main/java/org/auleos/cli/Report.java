package org.auleos.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.auleos.json.Json;

/** What a triage found, for people and as JSON. */
final class Report {

    private static final int MOST_EVIDENCE = 3;
    private static final Set<String> MINOR = Set.of("low", "info", "");
    private static final String INDENT = "          ";

    private final String run;
    private final View answer;
    private final View body;
    private final List<String> paths;
    private final long elapsedMillis;

    /**
     * @param answer of the run's result route: state, and result or problem
     * @param paths the triage was asked for; none for a triage of this machine
     */
    Report(String run, View answer, List<String> paths, long elapsedMillis) {
        this.run = run;
        this.paths = paths;
        this.answer = answer;
        this.body = answer.view("result");
        this.elapsedMillis = elapsedMillis;
    }

    private boolean failed() {
        return !answer.text("state").equals("done");
    }

    /** Whether paths were named and nothing below them could be read: then no findings say nothing. */
    private boolean unread() {
        return !paths.isEmpty() && body.items("inputs").isEmpty();
    }

    List<View> findings() {
        return body.views("findings");
    }

    int exitCode() {
        if (failed() || unread()) {
            return 2;
        }
        return findings().stream().allMatch(finding -> MINOR.contains(finding.text("severity"))) ? 0 : 1;
    }

    Json.Obj json() {
        Json.Obj json = Json.empty()
                .with("run", Json.of(run))
                .with("status", Json.of(failed() ? answer.text("state") : status()))
                .with("inputs", new Json.Arr(body.items("inputs")))
                .with("findings", new Json.Arr(body.items("findings")))
                .with("elapsedMs", Json.of(elapsedMillis));
        return failed() ? json.with("problem", Json.of(answer.text("problem"))) : json;
    }

    private String status() {
        return body.has("status") ? body.text("status") : "done";
    }

    void print(Screen screen) {
        if (failed()) {
            screen.note("triage " + answer.text("state") + ": " + answer.text("problem"));
            screen.note("what happened: aule run why " + run);
            return;
        }
        if (unread()) {
            screen.note("there was no log to read below " + String.join(" and ", paths)
                    + "; name a log file, or a directory that holds some");
        } else {
            screen.styled(screen.style(Screen.Style.BOLD, headline()));
        }
        findings().forEach(finding -> print(finding, screen));
        printProblems(screen);
        screen.line();
        screen.line("how it was done     aule run show " + run);
        screen.line("why                 aule run why " + run);
        screen.line("proof of the record aule ledger verify");
    }

    private String headline() {
        long lines = 0;
        long files = 0;
        for (View input : body.views("inputs")) {
            lines += input.number("lines");
            files++;
        }
        String read =
                Words.count(files, "file") + ", " + Words.count(lines, "line") + " in " + Words.elapsed(elapsedMillis);
        return findings().isEmpty()
                ? read + ": nothing wrong found"
                : read + ": " + Words.count(findings().size(), "finding");
    }

    private static void print(View finding, Screen screen) {
        String severity = finding.text("severity");
        screen.line();
        screen.styled(screen.style(Screen.Style.of(severity), Cut.pad(Words.upper(severity), 8)) + "  "
                + screen.style(Screen.Style.BOLD, finding.text("title")));
        String span = Words.span(finding.text("firstSeen"), finding.text("lastSeen"));
        screen.styled(INDENT
                + screen.style(
                        Screen.Style.DIM,
                        Words.count(finding.number("count")) + " ×" + (span.isEmpty() ? "" : ", " + span) + " · "
                                + finding.text("tier") + ", confidence " + finding.text("confidence")));
        List<View> evidence = finding.views("evidence");
        for (View line : evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size()))) {
            screen.styled(INDENT + evidence(line, screen));
        }
        paragraph(finding.text("explanation"), screen);
        action(finding.view("action"), screen);
    }

    private static String evidence(View line, Screen screen) {
        String place = line.text("path") + (line.number("line") > 0 ? ":" + line.number("line") : "");
        String text = line.text("text");
        int room = screen.width() - INDENT.length() - place.length() - 2;
        String shown = screen.terminal() ? Cut.to(Clean.line(text), Math.max(40, room)) : text;
        return screen.style(Screen.Style.CYAN, place) + "  " + Clean.line(shown);
    }

    private static void paragraph(String text, Screen screen) {
        int width = Math.min(100, screen.width() - INDENT.length());
        for (String line : text.isEmpty() ? List.<String>of() : Cut.wrap(Clean.line(text), width)) {
            screen.styled(INDENT + line);
        }
    }

    private static void action(View action, Screen screen) {
        if (action.has("tool")) {
            String undo = action.yes("undoable") ? "can be undone" : "cannot be undone";
            screen.styled(INDENT
                    + screen.style(Screen.Style.GREEN, "proposed: ")
                    + Clean.line("aule tool call " + action.text("tool") + " '"
                            + action.view("input").json().text() + "'  (" + undo + ")"));
            paragraph(action.text("why"), screen);
        }
    }

    private void printProblems(Screen screen) {
        List<String> problems = new ArrayList<>();
        for (Json problem : body.items("problems")) {
            problems.add(problem instanceof Json.Str text ? text.value() : problemOf(View.of(problem)));
        }
        if (!problems.isEmpty()) {
            screen.line();
            screen.line("could not be read or judged:");
            problems.forEach(problem -> screen.line("  " + problem));
        }
    }

    private static String problemOf(View problem) {
        String path = problem.text("path");
        String text = problem.has("message") ? problem.text("message") : problem.text("problem");
        return path.isEmpty() ? text : path + ": " + text;
    }
}
