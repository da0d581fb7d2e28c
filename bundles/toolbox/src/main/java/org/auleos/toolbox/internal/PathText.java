package org.auleos.toolbox.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as text: the one spelling that is both compared with capabilities and handed to the tool. */
final class PathText {

    private PathText() {}

    /**
     * Absolute, without empty, {@code .} and {@code ..} segments.
     *
     * @param base absolute and canonical; what a relative path is relative to
     * @throws IllegalArgumentException for a NUL character
     */
    static String canonical(String base, String path) {
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a path holds a NUL character; expected none");
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (path.startsWith("/") ? path : base + "/" + path).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    /** True when the path is the directory or lies below it; both canonical. */
    static boolean within(String directory, String path) {
        return path.equals(directory)
                || directory.equals("/")
                || (path.startsWith(directory) && path.charAt(directory.length()) == '/');
    }

    /** The directory a path lies in; the root lies in itself. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** The path relative to a directory it lies within; empty for the directory itself. */
    static String relative(String directory, String path) {
        if (path.equals(directory)) {
            return "";
        }
        return path.substring(directory.equals("/") ? 1 : directory.length() + 1);
    }
}
