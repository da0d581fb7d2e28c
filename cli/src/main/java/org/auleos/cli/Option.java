package org.auleos.cli;

/**
 * An option of a command.
 *
 * @param name with its dashes
 * @param value what stands behind it in the help, or empty for a flag
 * @param summary one line
 */
record Option(String name, String value, String summary) {

    static final Option JSON = new Option("--json", "", "print JSON");
    static final Option HELP = new Option("--help", "", "show this help");

    boolean flag() {
        return value.isEmpty();
    }
}
