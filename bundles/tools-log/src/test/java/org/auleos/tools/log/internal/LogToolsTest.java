package org.auleos.tools.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.auleos.plugin.tool.ToolException;
import org.auleos.testkit.ToolHarness;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.scan.FileKind;
import org.auleos.tools.log.internal.scan.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogToolsTest {

    @TempDir
    private Path dir;

    private Path logs;

    @BeforeEach
    void makeLogs() throws IOException {
        logs = Files.createDirectories(dir.resolve("logs"));
        write("nginx/error.log", errors(10, 8), "2026-03-04T12:00:00Z");
        gzip("app.log.2.gz", "2026-03-02 10:00:00,000 INFO [main] com.acme.App - one\n");
        write("app.log.1", "2026-03-03 10:00:00,000 INFO [main] com.acme.App - two\n", "2026-03-03T12:00:00Z");
        write("app.log", "2026-03-04 10:00:00,000 INFO [main] com.acme.App - three\n\n", "2026-03-04T12:00:00Z");
        write("wtmp", "\u0000\u0001", "2026-03-04T12:00:00Z");
    }

    @Test
    void sourcesAreListedLogByLogOldestFirst() throws Exception {
        LogSources.Out out = ToolHarness.of(new LogSources(), dir).call(new LogSources.In(List.of("logs")));

        assertThat(out.files())
                .extracting(LogSources.Found::path)
                .containsExactly("logs/app.log.2.gz", "logs/app.log.1", "logs/app.log", "logs/nginx/error.log");
        assertThat(out.files())
                .extracting(LogSources.Found::kind)
                .containsExactly(FileKind.ROTATED, FileKind.ROTATED, FileKind.LOG, FileKind.LOG);
        assertThat(out.problems()).singleElement().asString().contains("1 binary");
    }

    @Test
    void aScanFindsTheIncidentWithItsLines() throws Exception {
        LogScan.Out out = ToolHarness.of(new LogScan(), dir).call(new LogScan.In(List.of("logs"), null));

        assertThat(out.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("http.upstream");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.count()).isEqualTo(8);
            assertThat(finding.evidence()).allMatch(line -> line.path().equals("logs/nginx/error.log"));
            assertThat(finding.evidence().get(0).line()).isEqualTo(1);
        });
        assertThat(out.inputs()).extracting(Input::lines).containsExactly(1L, 1L, 2L, 8L);
        assertThat(out.templates()).isNotEmpty();
    }

    @Test
    void sinceCountsBackFromTheNewestRecord() throws Exception {
        write("nginx/error.log", errors(8, 8) + errors(11, 3), "2026-03-04T12:00:00Z");

        LogScan.Out out = ToolHarness.of(new LogScan(), dir).call(new LogScan.In(List.of("logs/nginx"), "2h"));

        assertThat(out.findings()).extracting(Finding::count).containsExactly(3L);
    }

    @Test
    void whatCannotBeReadIsAProblemAndNotFatal() throws Exception {
        LogScan.Out out = ToolHarness.of(new LogScan(), dir)
                .call(new LogScan.In(List.of("logs/app.log", "logs/missing.log"), null));

        assertThat(out.inputs()).extracting(Input::path).containsExactly("logs/app.log");
        assertThat(out.problems()).containsExactly("logs/missing.log does not exist");
    }

    @Test
    void everyPhysicalLineGetsItsTemplate() throws Exception {
        LogTemplates.Out out = ToolHarness.of(new LogTemplates(), dir)
                .callAndUndo(new LogTemplates.In(List.of("logs/app.log", "logs/nginx/error.log"), "ids.txt"));

        assertThat(out.templates()).isNotEmpty();
        assertThat(out.bytes()).isPositive();
    }

    @Test
    void theAssignmentsNameOneTemplateALine() throws Exception {
        LogTemplates.Out out = ToolHarness.of(new LogTemplates(), dir)
                .call(new LogTemplates.In(List.of("logs/app.log", "logs/nginx/error.log"), "ids.txt"));

        List<String> ids = Files.readAllLines(dir.resolve("ids.txt"));
        assertThat(ids).hasSize(2 + 8);
        assertThat(ids.subList(2, 10)).containsOnly(ids.get(2));
        assertThat(out.templates()).extracting(template -> template.id() + "").contains(ids.get(0), ids.get(2));
    }

    @Test
    void anAssignmentsFileThatIsThereIsNotTouched() throws IOException {
        Files.writeString(dir.resolve("ids.txt"), "mine");

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> ToolHarness.of(new LogTemplates(), dir)
                        .call(new LogTemplates.In(List.of("logs/app.log"), "ids.txt")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ToolException.Code.ALREADY_EXISTS));
        assertThat(dir.resolve("ids.txt")).hasContent("mine");
    }

    @Test
    void correlatingWhatAScanFoundChangesNothing() throws Exception {
        List<Finding> found = ToolHarness.of(new LogScan(), dir)
                .call(new LogScan.In(List.of("logs"), null))
                .findings();

        assertThat(ToolHarness.of(new LogCorrelate(), dir)
                        .call(new LogCorrelate.In(found))
                        .findings())
                .isEqualTo(found);
    }

    private static String errors(int hour, int many) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append("2026/03/04 %02d:15:%02d [error] 812#812: *%d connect() failed (111: Connection refused) while"
                    .formatted(hour, i, i));
            text.append(" connecting to upstream, client: 192.0.2.7, server: _, request: \"GET /api HTTP/1.1\",");
            text.append(" upstream: \"http://127.0.0.1:8080/api\", host: \"example.org\"\n");
        }
        return text.toString();
    }

    private void write(String name, String text, String modified) throws IOException {
        Path file = logs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }

    private void gzip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(logs.resolve(name), bytes.toByteArray());
    }
}
