package org.auleos.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HTTP service that signs greetings with a key from a file. Like sshd and PostgreSQL it refuses to start when others
 * than its owner could read the key.
 */
public final class Greeter {

    private final byte[] key;
    private final Log log;

    private Greeter(byte[] key, Log log) {
        this.key = key;
        this.log = log;
    }

    /**
     * Serves until it is killed; exits with 1 when it cannot start.
     *
     * @param words the folder with {@code signing.key} and {@code greeter.log}, and the port
     */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        int port = Integer.parseInt(words[1]);
        Log log = new Log(folder.resolve("greeter.log"));
        try {
            new Greeter(readKey(folder.resolve("signing.key")), log).serve(port);
        } catch (IllegalStateException e) {
            log.write("ERROR", e.getMessage());
            log.write("ERROR", "greeter cannot start, exiting with status 1");
            System.exit(1);
        }
    }

    private static byte[] readKey(Path file) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (mode.contains(PosixFilePermission.GROUP_READ) || mode.contains(PosixFilePermission.OTHERS_READ)) {
            throw new IllegalStateException("Permissions " + octal(mode) + " for '" + file
                    + "' are too open. It is required that your private key files are NOT accessible by others.");
        }
        return Files.readAllBytes(file);
    }

    private static String octal(Set<PosixFilePermission> mode) {
        int bits = 0;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            bits = bits << 1 | (mode.contains(permission) ? 1 : 0);
        }
        return "0" + Integer.toOctalString(bits);
    }

    private void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::greet);
        server.start();
        log.write("INFO", "greeter started, listening on 127.0.0.1:" + port);
    }

    private void greet(HttpExchange exchange) throws IOException {
        String greeting = "hello from the demonstration";
        byte[] body = (greeting + " " + sign(greeting) + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        log.write("INFO", "GET " + exchange.getRequestURI().getPath() + " 200 " + body.length);
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
