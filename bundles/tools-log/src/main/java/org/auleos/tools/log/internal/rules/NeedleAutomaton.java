package org.auleos.tools.log.internal.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * All needles in one automaton that reads a text once, whatever their number (A. Aho and M. Corasick, "Efficient string matching",
 * CACM 1975), with ASCII letters folded. States are numbered breadth first, so the few that ordinary text visits lie together.
 * Immutable, safe for any thread.
 */
final class NeedleAutomaton {

    /** Stands for every character that is not ASCII. */
    private static final int OTHER = 128;

    private final byte[] columnOf = new byte[OTHER + 1];
    private final int columns;
    /** The width of a state's row in {@link #next}, as a power of two. */
    private final int shift;
    /** Next state by state and column; negative (complement) when the next state ends a needle. */
    private final short[] next;

    private final int[][] endings;

    /** @param needles lower-case ASCII texts of at least two characters; the index is the needle's number */
    NeedleAutomaton(List<String> needles) {
        this.columns = assignColumns(needles);
        this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(columns - 1);
        Trie trie = new Trie(needles);
        this.next = new short[trie.size() << shift];
        this.endings = new int[trie.size()][];
        connect(trie);
    }

    /** Adds to {@code hits} every needle that occurs, shifted by {@code offset}. */
    void scan(String text, int offset, Hits hits) {
        short[] table = next;
        byte[] column = columnOf;
        int width = shift;
        int state = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            state = table[(state << width) + column[Math.min(text.charAt(i), OTHER)]];
            if (state < 0) {
                state = ~state;
                for (int needle : endings[state]) {
                    hits.add(needle, offset + i);
                }
            }
        }
    }

    private int assignColumns(List<String> needles) {
        int used = 0;
        for (String needle : needles) {
            for (int i = 0; i < needle.length(); i++) {
                char c = needle.charAt(i);
                checkFolded(needle, c);
                if (columnOf[c] == 0) {
                    columnOf[c] = (byte) ++used;
                }
            }
        }
        for (char c = 'a'; c <= 'z'; c++) {
            columnOf[Character.toUpperCase(c)] = columnOf[c];
        }
        return used + 1;
    }

    private static void checkFolded(String needle, char c) {
        if (c >= OTHER || Character.isUpperCase(c) || needle.length() < 2) {
            throw new IllegalArgumentException(
                    "needle \"" + needle + "\": expected two or more lower-case ASCII characters");
        }
    }

    private void connect(Trie trie) {
        int[] fail = new int[trie.size()];
        for (int state : trie.breadthFirst()) {
            endings[state] = join(trie.ends.get(state), state == 0 ? null : endings[fail[state]]);
            for (int column = 1; column < columns; column++) {
                int child = trie.child(state, column);
                int otherwise = state == 0 ? 0 : target(fail[state], column);
                if (child > 0) {
                    fail[child] = otherwise;
                }
                next[(state << shift) + column] = (short) (child > 0 ? child : otherwise);
            }
        }
        markEndings();
    }

    private int target(int state, int column) {
        return next[(state << shift) + column];
    }

    private void markEndings() {
        for (int i = 0; i < next.length; i++) {
            if (endings[next[i]].length > 0) {
                next[i] = (short) ~next[i];
            }
        }
    }

    private static int[] join(List<Integer> own, int @org.jspecify.annotations.Nullable [] inherited) {
        int[] joined = own.stream().mapToInt(Integer::intValue).toArray();
        if (inherited == null || inherited.length == 0) {
            return joined;
        }
        int[] all = Arrays.copyOf(joined, joined.length + inherited.length);
        System.arraycopy(inherited, 0, all, joined.length, inherited.length);
        return all;
    }

    /** The needles as a tree, its nodes numbered breadth first. */
    private final class Trie {

        private final List<int[]> children = new ArrayList<>();
        private final List<List<Integer>> ends = new ArrayList<>();

        Trie(List<String> needles) {
            addNode();
            int longest = needles.stream().mapToInt(String::length).max().orElse(0);
            int[] nodeOf = new int[needles.size()];
            for (int depth = 0; depth < longest; depth++) {
                for (int i = 0; i < nodeOf.length; i++) {
                    nodeOf[i] = grow(needles.get(i), i, depth, nodeOf[i]);
                }
            }
            if (size() > Short.MAX_VALUE) {
                throw new IllegalArgumentException(size() + " automaton states; expected at most " + Short.MAX_VALUE);
            }
        }

        private int grow(String needle, int number, int depth, int node) {
            if (depth >= needle.length()) {
                return node;
            }
            int column = columnOf[needle.toLowerCase(Locale.ROOT).charAt(depth)];
            int[] row = children.get(node);
            if (row[column] == 0) {
                row[column] = addNode();
            }
            if (depth == needle.length() - 1) {
                ends.get(row[column]).add(number);
            }
            return row[column];
        }

        private int addNode() {
            children.add(new int[columns]);
            ends.add(new ArrayList<>(1));
            return children.size() - 1;
        }

        int size() {
            return children.size();
        }

        int child(int node, int column) {
            return children.get(node)[column];
        }

        int[] breadthFirst() {
            int[] order = new int[size()];
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
            for (int i = 0; !queue.isEmpty(); i++) {
                order[i] = queue.remove();
                for (int child : children.get(order[i])) {
                    if (child > 0) {
                        queue.add(child);
                    }
                }
            }
            return order;
        }
    }
}
