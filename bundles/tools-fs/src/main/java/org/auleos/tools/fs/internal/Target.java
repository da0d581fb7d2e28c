package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/**
 * One path inside what is granted.
 *
 * @param directory handle to the granted directory that holds it
 * @param path relative to that handle
 */
record Target(Directory directory, String path) {

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ);

    static Target reading(ToolContext context, String path) {
        return of(context.place(path, Directory.Access.READ));
    }

    static Target writing(ToolContext context, String path) {
        return of(context.place(path, Directory.Access.WRITE));
    }

    private static Target of(Place place) {
        return new Target(place.directory(), place.path());
    }

    /** What stands there, a link not followed; empty when nothing does. */
    Optional<Entry> entry() throws IOException {
        try {
            return directory.exists(path) ? Optional.of(directory.stat(path)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone between the two looks
        }
    }

    boolean exists() throws IOException {
        return directory.exists(path);
    }

    SeekableByteChannel read() throws IOException {
        return directory.open(path, READING);
    }

    SeekableByteChannel write(OpenOption... options) throws IOException {
        return directory.open(path, Set.of(options));
    }

    /** Another name in the same directory. */
    Target sibling(String name) {
        return new Target(directory, path.substring(0, path.lastIndexOf('/') + 1) + name);
    }

    /** A name in this directory. */
    Target child(String name) {
        return new Target(directory, path.isEmpty() ? name : path + "/" + name);
    }

    /** The absolute path, for people. */
    String shown() {
        String top = directory.path();
        return path.isEmpty() ? top : (top.equals("/") ? "" : top) + "/" + path;
    }

    /** Refuses the granted directory itself, which has no name to change. */
    Target named() {
        if (path.isEmpty()) {
            throw new ToolException(
                    ToolException.Code.DENIED, shown() + " is the granted directory itself; expected something in it");
        }
        return this;
    }
}
