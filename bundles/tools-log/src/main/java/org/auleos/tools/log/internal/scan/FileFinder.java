package org.auleos.tools.log.internal.scan;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Entry;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.tools.log.internal.read.Rotation;

/** Finds the files below the paths a person names, through the handles the platform grants. Confined to one call. */
public final class FileFinder {

    /** How many files are taken at most. */
    static final int MAX_FILES = 2000;

    private static final int MAX_DEPTH = 12;

    private final ToolContext context;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int binary;
    private boolean full;

    public FileFinder(ToolContext context) {
        this.context = context;
    }

    /** Adds the file, or all files below the directory; what cannot be looked at becomes a problem, not an error. */
    public void add(String path) {
        try {
            Place place = context.place(path, Directory.Access.READ);
            Entry entry = place.directory().stat(place.path());
            boolean directory = entry.kind() == Entry.Kind.DIRECTORY || isLinkToDirectory(place, entry);
            if (directory) {
                walk(place.directory(), place.path(), path, 0);
            } else {
                file(place.directory(), place.path(), path, entry);
            }
        } catch (NoSuchFileException e) {
            problems.add(path + " does not exist");
        } catch (ToolException e) {
            problems.add(path + " cannot be read: " + e.getMessage());
        } catch (IOException e) {
            problems.add(path + " cannot be read: " + reason(e));
        }
    }

    private static boolean isLinkToDirectory(Place place, Entry entry) {
        if (entry.kind() != Entry.Kind.LINK) {
            return false;
        }
        try {
            place.directory().list(place.path());
            return true;
        } catch (IOException | ToolException e) {
            return false;
        }
    }

    private void walk(Directory directory, String relative, String shown, int depth) {
        context.checkpoint();
        if (depth > MAX_DEPTH) {
            problems.add(shown + " is more than " + MAX_DEPTH + " directories deep; not read");
            return;
        }
        try {
            for (Entry entry : directory.list(relative)) {
                String below = relative.isEmpty() ? entry.name() : relative + "/" + entry.name();
                String path = shown.endsWith("/") ? shown + entry.name() : shown + "/" + entry.name();
                if (entry.kind() == Entry.Kind.DIRECTORY) {
                    walk(directory, below, path, depth + 1);
                } else if (entry.kind() == Entry.Kind.FILE) {
                    file(directory, below, path, entry);
                }
            }
        } catch (IOException e) {
            problems.add(shown + " cannot be listed: " + reason(e));
        } catch (ToolException e) {
            problems.add(shown + " cannot be listed: " + e.getMessage());
        }
    }

    private void file(Directory directory, String relative, String path, Entry entry) {
        FileKind kind = FileKind.of(path.substring(path.lastIndexOf('/') + 1));
        if (entry.kind() == Entry.Kind.OTHER) {
            problems.add(path + " is a device, socket or pipe; not read");
        } else if (kind == FileKind.BINARY) {
            binary++;
        } else if (files.size() >= MAX_FILES) {
            full = true;
        } else if (seen.add(path)) {
            files.add(new FoundFile(path, directory, relative, entry.size(), entry.modified(), kind));
        }
    }

    /** The files so far: log by log, the oldest file of each first. */
    public List<FoundFile> files() {
        List<FoundFile> byPath =
                files.stream().sorted(Comparator.comparing(FoundFile::path)).toList();
        return Rotation.families(byPath, FoundFile::path).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What could not be read, or was passed over. */
    public List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (binary > 0) {
            all.add(binary + " binary files (journals, login records, databases) were passed over");
        }
        if (full) {
            all.add("only the first " + MAX_FILES + " files were taken; name fewer paths to read the rest");
        }
        return all;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
