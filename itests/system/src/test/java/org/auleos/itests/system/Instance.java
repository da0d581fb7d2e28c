package org.auleos.itests.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.auleos.json.Json;

/** One installation of the distribution with a home of its own. Closing it stops the instance and waits for its end. */
final class Instance implements AutoCloseable {

    private final Path aule;
    private final Path below;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();

    private Instance(Path aule, Path below) {
        this.aule = aule;
        this.below = below;
        this.home = below.resolve("home");
    }

    /** Unpacks the distribution below a directory and starts it on free ports. */
    static Instance start(Path below) throws IOException, InterruptedException {
        Path distribution = Files.createDirectory(below.resolve("dist"));
        command(List.of("tar", "-xzf", System.getProperty("distribution"), "-C", distribution.toString()), below)
                .requireSuccess();
        Path root;
        try (var children = Files.list(distribution)) {
            root = children.findFirst().orElseThrow();
        }
        Instance instance = new Instance(root.resolve("bin/aule"), below);
        instance.startAgain();
        return instance;
    }

    void startAgain() throws InterruptedException {
        startAgain(0);
    }

    /** Starts it on a port, or on a free one when that is 0. */
    void startAgain(long port) throws InterruptedException {
        run("start", "--port", String.valueOf(port)).requireSuccess();
    }

    /** Runs {@code aule ARGS} against this home. */
    Finished run(String... args) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(aule.toString(), "--home", home.toString()));
        words.addAll(List.of(args));
        return command(words, below);
    }

    /** A process that ended, its words kept for the message of a failed check. */
    record Finished(List<String> words, Ran ran) {

        Ran requireSuccess() {
            return require(0);
        }

        Ran require(int exit) {
            if (ran.exit() != exit) {
                throw new AssertionError(words + " ended with " + ran.exit() + ", expected " + exit + "\n" + ran.out()
                        + "\n" + ran.err());
            }
            return ran;
        }
    }

    private static Finished command(List<String> words, Path directory) throws InterruptedException {
        try {
            Path out = Files.createTempFile(directory, "out", "");
            Path err = Files.createTempFile(directory, "err", "");
            Process process = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(words + " did not end within 180 s\n" + Files.readString(err));
            }
            return new Finished(words, new Ran(process.exitValue(), Files.readString(out), Files.readString(err)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    /** What the kernel wrote when everything answered. */
    Json.Obj ready() throws IOException {
        return Json.object(Files.readAllBytes(home.resolve("data/ready.json")));
    }

    long number(String member) throws IOException {
        return ((Json.Int) ready().get(member).orElseThrow()).value();
    }

    String token() throws IOException {
        return Files.readString(home.resolve("token")).strip();
    }

    /** A request with the owner's token. */
    HttpRequest.Builder request(String path) throws IOException {
        return anonymous(path).header("Authorization", "Bearer " + token());
    }

    /** A request without a token. */
    HttpRequest.Builder anonymous(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number("port") + "/api/v1" + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    Json.Obj get(String path) throws IOException, InterruptedException {
        return Json.object(send(request(path)).body().getBytes(UTF_8));
    }

    HttpResponse<String> post(String path, Json.Obj body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    /** Ends the process without a word, as a power cut would. */
    void kill() throws IOException {
        ProcessHandle process = ProcessHandle.of(number("pid")).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        try {
            run("stop").requireSuccess();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while stopping the instance of " + home, e);
        }
    }
}
