package org.auleos.tools.fs.internal;

import java.time.Instant;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.tool.Doc;

/** One name in the file system, as tools answer it. */
public record Item(
        @Doc("absolute path") String path,

        @Doc("file, directory, link or other (device, socket, pipe)")
        Entry.Kind kind,

        @Doc("bytes; 0 for anything but a file") long size,
        @Doc("last change of the content") Instant modified,
        @Doc("as rwxr-x---") String permissions,
        @Doc("name of the owner") String owner) {

    static Item of(Target target, Entry entry) {
        return new Item(
                target.shown(),
                entry.kind(),
                entry.size(),
                entry.modified().toInstant(),
                entry.permissions(),
                entry.owner());
    }
}
