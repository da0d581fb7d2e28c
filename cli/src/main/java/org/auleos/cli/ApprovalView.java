package org.auleos.cli;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.auleos.json.Json;

/**
 * An approval with the exact call it is about, checked: its digest is that of the call.
 *
 * @param body as the node answered it
 */
record ApprovalView(View body) {

    /** Fetches one; {@code 7} is short for {@code a-0007}. */
    static ApprovalView of(String text, Node node) {
        String id = text.matches("[0-9]{1,9}") ? String.format(Locale.ROOT, "a-%04d", Integer.valueOf(text)) : text;
        ApprovalView found = new ApprovalView(node.get("/approvals/" + Node.encoded(id)));
        String digest = sha256(found.body.view("call").json().bytes());
        if (!digest.equals(found.digest())) {
            throw new Failure(
                    id + " says its call has the digest " + found.digest() + ", and it has " + digest,
                    "do not approve it; aule ledger verify tells whether the ledger is intact");
        }
        return found;
    }

    String id() {
        return body.text("id");
    }

    String digest() {
        return body.text("digest");
    }

    boolean pending() {
        return body.text("state").equals("pending");
    }

    /** Shows the call, then where the approval is. */
    void print(Screen screen) {
        for (Json line : body.items("lines")) {
            screen.line(line instanceof Json.Str text ? text.value() : line.text());
        }
        screen.line();
        screen.styled(screen.style(Screen.Style.BOLD, id()) + "  "
                + screen.style(Screen.Style.of(body.text("state")), body.text("state")) + "  "
                + Clean.line(body.has("problem") ? body.text("problem") : body.text("why")));
        if (pending()) {
            screen.line("asked " + Words.time(body.text("asked")) + ", expires " + Words.time(body.text("expires"))
                    + ", approved by " + body.items("approvedBy").size() + " of " + body.text("people")
                    + (body.yes("fourEyes")
                            ? ", four eyes: not by " + body.view("call").text("onBehalfOf")
                            : ""));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
