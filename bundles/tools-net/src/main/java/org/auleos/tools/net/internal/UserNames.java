package org.auleos.tools.net.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Names of local users by their number; a number nobody has locally stands for itself. */
record UserNames(Map<Integer, String> names) {

    static UserNames of(Path passwd) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        if (Files.isReadable(passwd)) {
            for (String line : Files.readAllLines(passwd, StandardCharsets.ISO_8859_1)) {
                String[] fields = line.split(":", -1);
                if (fields.length > 2 && fields[2].matches("\\d{1,9}")) {
                    names.putIfAbsent(Integer.valueOf(fields[2]), fields[0]);
                }
            }
        }
        return new UserNames(Map.copyOf(names));
    }

    String name(int uid) {
        return names.getOrDefault(uid, Integer.toString(uid));
    }
}
