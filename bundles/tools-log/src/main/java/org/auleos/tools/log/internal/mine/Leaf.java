package org.auleos.tools.log.internal.mine;

import java.util.List;

/** Messages that are the same once their values are masked, or that were found to be of one template. */
final class Leaf {

    final int id;
    final String[] words;

    /** How many messages; the only part that changes. */
    long count;

    Leaf(int id, String[] words, long count) {
        this.id = id;
        this.words = words;
        this.count = count;
    }

    boolean isMasked(int place) {
        return words[place].endsWith(Masker.MASK);
    }

    /** Whether a message of the same number of words is one of these: equal but for the masked places. */
    boolean covers(Masker message) {
        for (int i = 0; i < words.length; i++) {
            if (!isMasked(i) && (message.isMasked(i) || !message.word(i).equals(words[i]))) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return String.join("", List.of(words)).trim();
    }
}
