package org.auleos.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.auleos.json.Json;

/** Sends requests byte by byte as stated, wrong ones too, which no HTTP library does. */
final class Client {

    private final int port;

    Client(int port) {
        this.port = port;
    }

    /** The status and the body of an answer to a request that closes its connection. */
    record Got(int status, String head, String body) {
        Json.Obj json() {
            return Json.object(body.getBytes(StandardCharsets.UTF_8));
        }

        String errorCode() {
            return ((Json.Obj) json().get("error").orElseThrow()).text("code").orElseThrow();
        }
    }

    Got get(String path, String token) throws IOException {
        return send("GET", path, List.of("Authorization: Bearer " + token), "");
    }

    Got post(String path, String token, String body) throws IOException {
        return send("POST", path, List.of("Authorization: Bearer " + token, "Content-Type: application/json"), body);
    }

    Got send(String method, String path, List<String> headers, String body) throws IOException {
        List<String> all = new ArrayList<>(headers);
        if (all.stream().noneMatch(header -> header.startsWith("Host:"))) {
            all.add("Host: 127.0.0.1:" + port);
        }
        if (all.stream().noneMatch(header -> header.startsWith("Content-Length:"))) {
            all.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        }
        try (Socket socket = open(method, path, all, body)) {
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** An open stream, positioned after the head of the answer. */
    InputStream stream(String path, String token, String lastEventId) throws IOException {
        List<String> headers = new ArrayList<>(List.of("Host: localhost", "Authorization: Bearer " + token));
        if (!lastEventId.isEmpty()) {
            headers.add("Last-Event-ID: " + lastEventId);
        }
        return open("GET", path, headers, "").getInputStream();
    }

    private Socket open(String method, String path, List<String> headers, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        String head = method + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers);
        socket.getOutputStream().write((head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static Got read(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, end);
        return new Got(Integer.parseInt(head.substring(9, 12)), head, answer.substring(end + 4));
    }
}
