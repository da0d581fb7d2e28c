package org.auleos.kernel.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.auleos.json.Json;

/** The file by which launchers and tools outside learn that this node answers, and where. */
final class ReadyFile {

    private final Path file;

    ReadyFile(Path file) {
        this.file = file;
    }

    /**
     * Writes it at once and whole.
     *
     * @param port of the http door
     * @param bootMillis from the launcher's start to now
     * @param phases when each phase was reached, milliseconds from the launcher's start
     */
    void write(int port, long bootMillis, Json.Obj phases) throws IOException {
        Json.Obj content = Json.empty()
                .with("port", Json.of(port))
                .with("pid", Json.of(ProcessHandle.current().pid()))
                .with("bootMs", Json.of(bootMillis))
                .with("phases", phases);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, content.bytes());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
