package org.auleos.tools.log.internal.scan;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which the files of one rotated log were written: app.log.2.gz, app.log.1, app.log; dated names by date. */
final class Rotation {

    private static final Pattern SUFFIX = Pattern.compile(
            "^(.*?)(?:[.-](\\d{4}-?\\d{2}-?\\d{2}(?:[-_T.]?\\d+)?)|\\.(\\d{1,4})|\\.(old|prev))?((?:\\.log)?)(\\.(?:gz|xz|bz2|zst))?$");

    /** Oldest first within a log, logs by name. */
    static final Comparator<FoundFile> ORDER = Comparator.comparing((FoundFile file) -> Key.of(file.path()))
            .thenComparing(FoundFile::modified)
            .thenComparing(FoundFile::path);

    private Rotation() {}

    /** Sorts by log, then by age: date ascending, number descending, the current file last. */
    private record Key(String log, int group, String date, long number) implements Comparable<Key> {

        static Key of(String path) {
            Matcher matcher = SUFFIX.matcher(path);
            if (!matcher.matches()) {
                return new Key(path, 3, "", 0);
            }
            String log = matcher.group(1) + matcher.group(5);
            if (matcher.group(2) != null) {
                return new Key(log, 0, matcher.group(2).replace("-", ""), 0);
            }
            if (matcher.group(3) != null) {
                return new Key(log, 1, "", -Long.parseLong(matcher.group(3)));
            }
            return new Key(log, matcher.group(4) == null ? 3 : 2, "", 0);
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::log)
                    .thenComparingInt(Key::group)
                    .thenComparing(Key::date)
                    .thenComparingLong(Key::number)
                    .compare(this, other);
        }
    }
}
