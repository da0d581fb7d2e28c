package org.auleos.tools.log.internal.mine;

/** The words of a leaf: each is the punctuation before it and itself. */
final class Words {

    private Words() {}

    /** Returns the punctuation before a word. */
    static String glue(String word) {
        int end = 0;
        while (end < word.length() && !WordShape.isPart(word.charAt(end)) && !word.startsWith(Masker.MASK, end)) {
            end++;
        }
        return word.substring(0, end);
    }

    /** Returns a word with its digits taken as one: {@code eth0} and {@code eth1} are the same word, numbered. */
    static String key(String word) {
        StringBuilder key = null;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (WordShape.isDigit(c) && key == null) {
                key = new StringBuilder(word.length()).append(word, 0, i);
            }
            if (key != null && !(WordShape.isDigit(c) && WordShape.isDigit(word.charAt(Math.max(0, i - 1))))) {
                key.append(WordShape.isDigit(c) ? '0' : c);
            }
        }
        return key == null ? word : key.toString();
    }

    /** Whether a word is written in capitals, as the names of states and kinds are. */
    static boolean isCapitals(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 2;
    }
}
