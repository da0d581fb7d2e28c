package org.auleos.tools.log.internal.scan;

import java.nio.file.attribute.FileTime;
import org.auleos.plugin.files.Directory;

/**
 * A file to read.
 *
 * @param path as shown to people
 * @param directory handle to a directory above it
 * @param relative its path below that handle
 * @param size bytes as stored
 * @param modified last change of its content
 * @param kind what its name says
 */
public record FoundFile(
        String path, Directory directory, String relative, long size, FileTime modified, FileKind kind) {}
