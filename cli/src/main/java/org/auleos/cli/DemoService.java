package org.auleos.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.auleos.cli.demo.Greeter;
import org.jspecify.annotations.Nullable;

/** The demonstration's service as a process of its own in a scratch folder. Confined to one thread. */
final class DemoService implements AutoCloseable {

    private static final long START_MILLIS = 10_000;

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    /** Makes the scratch folder with the service's key, which only its owner can read. */
    DemoService(Path home) {
        try {
            this.folder = Files.createTempDirectory(Files.createDirectories(home.resolve("demo")), "greeter-");
            this.port = freePort();
            writeKey("rw-------");
            Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "demo-stop"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not make a scratch folder in " + home, e);
        }
    }

    Path folder() {
        return folder;
    }

    Path key() {
        return folder.resolve("signing.key");
    }

    Path log() {
        return folder.resolve("greeter.log");
    }

    int port() {
        return port;
    }

    String mode() {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(key()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at " + key(), e);
        }
    }

    /** What a careless release does: a new key, readable by everybody. */
    void deployCarelessly() {
        try {
            writeKey("rw-r--r--");
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + key(), e);
        }
    }

    private void writeKey(String mode) throws IOException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Files.write(key(), bytes);
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString(mode));
    }

    /** Starts it; false when it gave up by itself. */
    boolean start() {
        try {
            Process started = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Greeter.class.getName(),
                            folder.toString(),
                            Integer.toString(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("console.log").toFile())
                    .start();
            process = started;
            long end = System.nanoTime() + START_MILLIS * 1_000_000;
            while (System.nanoTime() < end) {
                if (started.waitFor(50, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (answers()) {
                    return true;
                }
            }
            throw new Failure("the service neither answered nor gave up", "look into " + folder.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not start the service", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "");
        }
    }

    /** Asks it for a greeting. */
    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(2_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII).endsWith("200");
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops it and waits until it is gone. */
    void stop() {
        Process running = process;
        try {
            if (running != null && running.isAlive()) {
                running.destroy();
                if (!running.waitFor(5, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    /** Stops the service and removes the scratch folder. */
    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + folder, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
