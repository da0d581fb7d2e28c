package org.auleos.plugin.files;

import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** What the operating system says about a name, in the words of an {@link Entry}. */
final class Description {

    private Description() {}

    static Entry of(String name, PosixFileAttributes found) {
        return new Entry(
                name,
                kind(found),
                found.isRegularFile() ? found.size() : 0,
                found.lastModifiedTime(),
                PosixFilePermissions.toString(found.permissions()),
                found.owner().getName());
    }

    private static Entry.Kind kind(PosixFileAttributes found) {
        if (found.isRegularFile()) {
            return Entry.Kind.FILE;
        }
        if (found.isDirectory()) {
            return Entry.Kind.DIRECTORY;
        }
        return found.isSymbolicLink() ? Entry.Kind.LINK : Entry.Kind.OTHER;
    }
}
