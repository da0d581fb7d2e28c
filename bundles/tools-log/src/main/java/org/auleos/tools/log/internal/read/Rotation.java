package org.auleos.tools.log.internal.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts that rotation cuts a log into, recognised by their names and put in the order they were written. */
public final class Rotation {

    private static final Pattern PACKED = Pattern.compile("\\.(gz|xz|bz2|zst|lz4|zip|Z)$");
    private static final Pattern NUMBERED = Pattern.compile("^(.+?)\\.(\\d{1,5})$");
    private static final Pattern DATED = Pattern.compile(
            "^(.+?)[-._](\\d{4})[-._]?([01]\\d)[-._]?([0-3]\\d)((?:[-._T]?\\d{2}){0,3})(?:[-._](\\d{1,5}))?(\\.[A-Za-z]+)?$");

    private Rotation() {}

    /**
     * Returns the items that belong to one log together, oldest first, the logs in the order of their first item.
     *
     * @param name gives the path of an item, of which the last part says its place in the rotation
     */
    public static <T> List<List<T>> families(Collection<T> items, Function<T, String> name) {
        Map<String, List<Part<T>>> logs = new LinkedHashMap<>();
        for (T item : items) {
            Part<T> part = part(item, name.apply(item));
            logs.computeIfAbsent(part.log, k -> new ArrayList<>()).add(part);
        }
        List<List<T>> families = new ArrayList<>();
        for (List<Part<T>> parts : logs.values()) {
            families.add(
                    parts.stream().sorted(Part.oldestFirst()).map(Part::item).toList());
        }
        return families;
    }

    private static <T> Part<T> part(T item, String path) {
        String name = PACKED.matcher(path).replaceFirst("");
        Matcher dated = DATED.matcher(name);
        if (dated.matches()) {
            String date = dated.group(2)
                    + dated.group(3)
                    + dated.group(4)
                    + dated.group(5).replaceAll("\\D", "");
            long index = dated.group(6) == null ? 0 : Long.parseLong(dated.group(6));
            String extension = dated.group(7) == null ? "" : dated.group(7);
            return new Part<>(item, dated.group(1) + extension, 0, date, index);
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return new Part<>(item, numbered.group(1), 1, "", -Long.parseLong(numbered.group(2)));
        }
        return new Part<>(item, name, 2, "", 0);
    }

    /** An item, the log it is a part of, and what orders it there: dated parts first, numbered ones, then the one being written. */
    private record Part<T>(T item, String log, int kind, String date, long index) {

        static <T> Comparator<Part<T>> oldestFirst() {
            return Comparator.comparingInt((Part<T> p) -> p.kind)
                    .thenComparing(p -> p.date)
                    .thenComparingLong(p -> p.index);
        }
    }
}
