package org.auleos.toolbox.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.platform.Threads;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.tool.Toolbox;
import org.auleos.bench.NobodyAsked;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;

/** The product's toolbox with one pure tool in it, wired without a container. */
public final class OneToolBox {

    private OneToolBox() {}

    /** Counts. */
    static final class Count implements Tool<Count.In, Count.Out> {

        /** A number. */
        public record In(long number) {}

        /** The next one. */
        public record Out(long number) {}

        @Override
        public Out call(In in, ToolContext context) {
            return new Out(in.number() + 1);
        }
    }

    /** A toolbox over a ledger. */
    public static Toolbox over(Ledger ledger, Threads threads, Path home) {
        Guard guard = question -> new Decision.Permitted("bench");
        Surroundings around = new Surroundings(
                guard,
                new NobodyAsked(),
                Clock.systemUTC(),
                new SecureRandom(),
                home,
                Set.of(),
                name -> Optional.empty());
        LeasingToolbox toolbox = new LeasingToolbox(
                ledger,
                around,
                new LeasingToolbox.Workers(threads.pool("tool", 64), threads.timer("tool-deadlines")),
                LeasingToolbox.Limits.DEFAULT);
        Spec spec = new Spec("bench.count", "Counts.", List.of(), Effect.PURE, Risk.NONE, Duration.ofSeconds(30));
        toolbox.register(spec, new ToolSource() {
            @Override
            public String version() {
                return "1.0.0";
            }

            @Override
            public String sha256() {
                return "0".repeat(64);
            }

            @Override
            public Tool<?, ?> tool() {
                return new Count();
            }
        });
        return toolbox;
    }
}
