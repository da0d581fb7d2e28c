package org.auleos.tools.log.internal.scan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file's name says about how it can be read. */
public enum FileKind {
    /** Text, still written to. */
    LOG,
    /** Text, or gzipped text, that was put aside. */
    ROTATED,
    /** Not text: journal files and login records; their own programs export them. */
    BINARY;

    private static final Set<String> LOGIN_RECORDS = Set.of("wtmp", "btmp", "lastlog", "faillog", "tallylog", "utmp");

    private static final Pattern BINARY_NAME =
            Pattern.compile(".*\\.(?:journal~?|evtx|db|sqlite3?|pcap|sa\\d*|core|png|jpg|jar|class|so)$");

    private static final Pattern ROTATED_NAME = Pattern.compile(
            ".*(?:\\.(?:gz|xz|bz2|zst|old|prev|\\d{1,3})|[-.]\\d{4}-?\\d{2}-?\\d{2}(?:[-_T]?\\d+)?)(?:\\.(?:gz|log))*$");

    /** The kind of a file by the last part of its path. */
    static FileKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String stem = lower.replaceFirst("[.-]\\d+(?:\\.gz)?$", "");
        if (LOGIN_RECORDS.contains(stem) || BINARY_NAME.matcher(lower).matches()) {
            return BINARY;
        }
        return ROTATED_NAME.matcher(lower).matches() ? ROTATED : LOG;
    }
}
