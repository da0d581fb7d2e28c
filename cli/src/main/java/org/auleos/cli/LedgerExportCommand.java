package org.auleos.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes records into a file that can be verified elsewhere. */
final class LedgerExportCommand implements Command {

    private static final Option FROM = new Option("--from", "N", "from this record on");
    private static final Option TO = new Option("--to", "N", "up to this record");

    @Override
    public String name() {
        return "ledger export";
    }

    @Override
    public String usage() {
        return "[--from N] [--to N] FILE";
    }

    @Override
    public String summary() {
        return "write records into a file that can be verified elsewhere";
    }

    @Override
    public List<Option> options() {
        return List.of(FROM, TO);
    }

    @Override
    public String more() {
        return "The file has the records as they are, payloads included. Verify it with aule ledger verify --file FILE, or\n"
                + "without auleOS: java verify/VerifyLedger.java FILE --key KEY [--witness FILE].";
    }

    @Override
    public int run(Args args, Context context) {
        Path file = context.directory().resolve(args.word(0, "FILE, where the export goes"));
        args.noMoreThan(1);
        String query =
                "/ledger/export?from=" + args.value(FROM).map(Node::encoded).orElse("1")
                        + args.value(TO).map(to -> "&to=" + Node.encoded(to)).orElse("");
        try {
            long bytes = write(context, query, file);
            context.screen().line("wrote " + Words.bytes(bytes) + " to " + file);
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new Failure(file + " is there already", "choose another name, or remove it");
        } catch (IOException e) {
            throw new Failure("could not write " + file + ": " + e.getMessage(), "");
        }
    }

    private static long write(Context context, String query, Path file) throws IOException {
        Node node = context.node();
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            return node.download(query, out, context.screen());
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | Failure e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
