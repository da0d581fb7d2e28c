package org.auleos.tools.process.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.auleos.plugin.tool.ToolContext;

/** Processes as Linux shows them below {@code /proc} (proc_pid_stat(5), proc_pid_cmdline(5)). */
final class LinuxTable implements ProcessTable {

    /** Ticks in a second as the kernel shows them to programs: fixed at 100 on every architecture Java runs on. */
    private static final double TICKS = 100;

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern NUL = Pattern.compile("\0");
    private static final int COMMAND_MAX = 1000;

    /** Places in the line after the name, which is in brackets and may hold anything: the manual's numbers less 3. */
    private static final int STATE = 0;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int START = 19;
    private static final int RESIDENT = 21;

    private final Path proc;

    LinuxTable(Path proc) {
        this.proc = proc;
    }

    @Override
    public List<ProcessFacts> all(ToolContext context) throws IOException {
        List<ProcessFacts> found = new ArrayList<>();
        Instant now = context.clock().instant();
        Instant boot = boot();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                context.checkpoint();
                one(process, boot, now).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public Optional<ProcessFacts> one(long pid, Instant now) throws IOException {
        return one(proc.resolve(Long.toString(pid)), boot(), now);
    }

    private static Optional<ProcessFacts> one(Path process, Instant boot, Instant now) throws IOException {
        try {
            return Optional.of(describe(process, boot, now));
        } catch (IOException e) {
            if (Files.exists(process)) {
                throw e;
            }
            return Optional.empty(); // ended while it was being looked at, or never was
        }
    }

    private static ProcessFacts describe(Path process, Instant boot, Instant now) throws IOException {
        String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] fields = BLANK.split(stat.substring(stat.lastIndexOf(')') + 2), -1);
        double seconds = (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS;
        Instant started = boot.plusMillis(Long.parseLong(fields[START]) * 10);
        return new ProcessFacts(
                Long.parseLong(process.getFileName().toString()),
                Long.parseLong(fields[PARENT]),
                Files.readAttributes(process, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .owner()
                        .getName(),
                name,
                command(process, name),
                ProcessFacts.State.of(fields[STATE].charAt(0)),
                percent(seconds, started, now),
                seconds,
                resident(process, Long.parseLong(fields[RESIDENT])),
                started);
    }

    private static String command(Path process, String name) throws IOException {
        String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        List<String> arguments = NUL.splitAsStream(new String(bytes, StandardCharsets.UTF_8))
                .map(argument -> argument.replaceAll("\\p{Cntrl}", "?"))
                .toList();
        String masked = line.isEmpty() ? "[" + name + "]" : Secrets.masked(arguments);
        return masked.length() > COMMAND_MAX ? masked.substring(0, COMMAND_MAX) + "…" : masked;
    }

    /** When the machine was started: starts of processes are shown in ticks since then. */
    private Instant boot() throws IOException {
        return Files.readString(proc.resolve("stat"), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("btime "))
                .map(line -> Instant.ofEpochSecond(
                        Long.parseLong(line.substring("btime ".length()).strip())))
                .findFirst()
                .orElseThrow(() -> new IOException(proc + "/stat: expected a line that begins with btime"));
    }

    /** Shown in pages, whose size is not; so the kernel's own figure in kibibytes where it is shown too. */
    private static long resident(Path process, long pages) throws IOException {
        if (pages == 0) {
            return 0;
        }
        return Files.readString(process.resolve("status"), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** Of one processor, over the life of the process, but at least over a second: shares of less say nothing. */
    static double percent(double cpuSeconds, Instant started, Instant now) {
        double life = Math.max(1, Duration.between(started, now).toMillis() / 1000.0);
        return Math.round(10_000 * cpuSeconds / life) / 100.0;
    }
}
