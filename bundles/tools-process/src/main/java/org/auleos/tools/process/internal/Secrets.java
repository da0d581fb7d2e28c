package org.auleos.tools.process.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what looks like a secret in command lines, which everybody on the machine could read, but the ledger keeps. */
final class Secrets {

    private static final String MASK = "***";
    private static final String WORD =
            "(?:[\\w.-]*(?:passw(?:or)?d|passwd|passphrase|secret|token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|credential|auth)[\\w.-]*|pwd|pass)";

    /** {@code --password=x}, {@code DB_TOKEN=x}, {@code -Dsecret=x}. */
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)((?:^|[\\s;&?,\"'-])" + WORD + "\\s*[=:]\\s*)([^\\s;&,\"']+)");

    /** {@code --password}, and the secret follows as an argument of its own. */
    private static final Pattern OPTION = Pattern.compile("(?i)--?" + WORD);

    /** {@code scheme://user:secret@host}. */
    private static final Pattern IN_URL = Pattern.compile("(://[^\\s/:@]*:)([^\\s@/]+)(@)");

    /** {@code Authorization: Bearer x}. */
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}");

    /** Keys that are recognised by their own form. */
    private static final Pattern FORMS = Pattern.compile(
            "\\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{20,}|xox[abpr]-[A-Za-z0-9-]{10,}"
                    + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*)");

    private Secrets() {}

    /** The arguments with secrets replaced by {@value #MASK}, joined by blanks. */
    static String masked(List<String> arguments) {
        List<String> shown = new ArrayList<>();
        boolean next = false;
        for (String argument : arguments) {
            shown.add(next && !argument.startsWith("-") ? MASK : masked(argument));
            next = OPTION.matcher(argument).matches();
        }
        return String.join(" ", shown);
    }

    /** One text with secrets replaced. */
    static String masked(String text) {
        String bearer = BEARER.matcher(text).replaceAll("$1 " + Matcher.quoteReplacement(MASK));
        String assigned = ASSIGNED.matcher(bearer).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        String url = IN_URL.matcher(assigned).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "$3");
        return FORMS.matcher(url).replaceAll(Matcher.quoteReplacement(MASK));
    }
}
