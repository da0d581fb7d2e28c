package org.auleos.identity.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** The file that holds everybody; the one truth about who has access. Confined to its owner's lock. */
final class UsersFile {

    private static final Codec<Content> CODEC = Codec.of(Content.class);

    private final Path file;

    UsersFile(Path file) {
        this.file = file;
    }

    /**
     * What stands in the file.
     *
     * @param version of the format, 1
     * @param owner name of the person whose token and key lie in the home directory
     * @param users everybody, by name
     */
    record Content(int version, String owner, List<Account> users) {
        Content {
            users = List.copyOf(users);
        }
    }

    /** Empty at the first start. */
    Optional<Content> read() {
        if (!PrivateFiles.exists(file)) {
            return Optional.empty();
        }
        try {
            Content content = CODEC.read(Json.parse(PrivateFiles.read(file)));
            if (content.version() != 1) {
                throw new IllegalStateException(file + " has version " + content.version() + ": expected 1");
            }
            return Optional.of(content);
        } catch (JsonException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + ": " + e.getMessage() + "; repair it, or move it away to begin anew with a fresh owner", e);
        }
    }

    void write(Content content) {
        PrivateFiles.write(file, CODEC.write(content).pretty() + "\n");
    }
}
