package org.auleos.http.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.auleos.api.policy.Capability;

/** A path a person named, which grants a run to read it: as named and, where links lead elsewhere, as it really is. */
final class NamedPath {

    private final Path path;

    private NamedPath(Path path) {
        this.path = path;
    }

    static NamedPath of(String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return new NamedPath(path.normalize());
            }
        } catch (InvalidPathException e) {
            throw Refusal.badRequest("path \"" + text + "\": " + e.getReason(), "name an existing file or directory");
        }
        throw Refusal.badRequest(
                "path \"" + text + "\": expected an absolute path", "the node does not know your working directory");
    }

    Set<Capability> readGrants() {
        Set<Capability> grants = new LinkedHashSet<>();
        grants.add(read(path));
        try {
            grants.add(read(path.toRealPath()));
        } catch (IOException e) {
            // A path that does not exist is for the tool to report, with its reason.
            return grants;
        }
        return grants;
    }

    private static Capability read(Path path) {
        String escaped = Capability.escape(path.toString());
        if (!Files.isDirectory(path)) {
            return new Capability("fs", "read", escaped);
        }
        return new Capability("fs", "read", escaped.endsWith("/") ? escaped + "**" : escaped + "/**");
    }
}
