package org.auleos.plugin.files;

import java.nio.file.attribute.FileTime;

/**
 * One name in a directory, as it stands there: a link is described, not followed.
 *
 * @param name last part of the path, or the relative path asked for
 * @param kind what it is
 * @param size bytes; 0 for anything but a file
 * @param modified last change of its content
 * @param permissions as {@code rwxr-x---}; empty where the file system has none
 * @param owner name of the owner, or empty
 */
public record Entry(String name, Kind kind, long size, FileTime modified, String permissions, String owner) {

    /** What a name stands for. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link. */
        LINK,
        /** A device, socket or pipe: never opened. */
        OTHER
    }
}
