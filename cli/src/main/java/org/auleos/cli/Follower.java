package org.auleos.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows a run to its end, through cuts of the connection. */
final class Follower {

    private static final int MOST_CUTS_IN_A_ROW = 30;

    private final Node node;

    Follower(Node node) {
        this.node = node;
    }

    /** Hands over every event of the run, the old ones first; returns when the run is over. */
    void follow(String run, Consumer<EventStream.Received> consumer) {
        String last = "";
        int cuts = 0;
        while (true) {
            try (EventStream events = node.events(run, last)) {
                for (Optional<EventStream.Received> event = events.next(); event.isPresent(); event = events.next()) {
                    consumer.accept(event.get());
                    last = event.get().id();
                    cuts = 0;
                }
                return;
            } catch (IOException e) {
                if (++cuts > MOST_CUTS_IN_A_ROW) {
                    throw new Failure(
                            "lost the node while following run " + run + ": " + e.getMessage(),
                            "the run goes on by itself: aule run show " + run);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "");
        }
    }
}
