package org.auleos.toolbox.internal;

import java.util.Arrays;

/** A version as OSGi orders it: three numbers, then the qualifier as text. */
record BundleVersion(int major, int minor, int micro, String qualifier) implements Comparable<BundleVersion> {

    static BundleVersion of(String text) {
        String[] parts = Arrays.copyOf(text.split("\\.", 4), 4);
        return new BundleVersion(
                number(parts[0]), number(parts[1]), number(parts[2]), parts[3] == null ? "" : parts[3]);
    }

    private static int number(@org.jspecify.annotations.Nullable String part) {
        return part == null ? 0 : Integer.parseInt(part);
    }

    @Override
    public int compareTo(BundleVersion other) {
        int[] mine = {major, minor, micro};
        int[] theirs = {other.major, other.minor, other.micro};
        int numbers = Arrays.compare(mine, theirs);
        return numbers == 0 ? qualifier.compareTo(other.qualifier) : numbers;
    }
}
