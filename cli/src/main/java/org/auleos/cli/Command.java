package org.auleos.cli;

import java.util.List;

/** One thing the command line can do. Stateless. */
interface Command {

    /** The words that select it, e.g. {@code run list}. */
    String name();

    /** What follows the name, e.g. {@code [PATH…] [--since 24h]}. */
    String usage();

    /** One line for the list of commands. */
    String summary();

    /** Beside {@code --help}. */
    default List<Option> options() {
        return List.of(Option.JSON);
    }

    /** Further lines of help: examples, exit codes. */
    default String more() {
        return "";
    }

    /** 0 when all is well, 1 for findings or a negative answer; throws {@link Failure} when it could not do its job. */
    int run(Args args, Context context);
}
