package org.auleos.bench.calls;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Codec;
import org.auleos.json.Family;
import org.auleos.json.Json;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A pure tool, called directly and through the whole path: pinned, validated, permitted, recorded. With the ledger
 * {@code queue} its record is encoded and dropped, with {@code disk} the real ledger hashes, writes and syncs it on another
 * thread while the caller goes on.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:FreqInlineSize=70")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBench {

    private static final Codec<Add.In> IN = Codec.of(Add.In.class);
    private static final Codec<Add.Out> OUT = Codec.of(Add.Out.class);
    private static final Family<ToolEvent> EVENTS = Family.of(ToolEvent.class);

    /** Which ledger takes the record. */
    @Param({"queue", "disk"})
    public String ledger = "queue";

    private final Add tool = new Add();
    private final Add.In in = new Add.In("sum", 20, 22);
    private final Json.Obj input = (Json.Obj) IN.write(in);
    private @Nullable Workbench bench;

    /** Wires everything. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        bench = new Workbench(ledger, tool);
    }

    /** Lets go of it. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
        bench().close();
    }

    private Workbench bench() {
        return Objects.requireNonNull(bench);
    }

    /** The bar is measured against this. */
    @Benchmark
    public Add.Out direct() {
        return tool.add(in);
    }

    /** The whole path. */
    @Benchmark
    public Outcome path() throws Exception {
        return bench().call(input);
    }

    /** Reading and checking an input of three members. */
    @Benchmark
    public Add.In read() {
        return IN.read(input);
    }

    /** Writing an answer of one member. */
    @Benchmark
    public Json write() {
        return OUT.write(new Add.Out(42));
    }

    /** Parsing the text of the input. */
    @Benchmark
    public Json parse() {
        return Json.parse("{\"label\":\"sum\",\"left\":20,\"right\":22}");
    }

    /** Encoding the record of the call. */
    @Benchmark
    public Draft encode() {
        ToolEvent called = bench().called(input);
        Provenance person = Provenance.person("ann", new Origin("cli", ""));
        return new Draft(EVENTS.name(called), EVENTS.version(called), person, "", EVENTS.write(called));
    }
}
