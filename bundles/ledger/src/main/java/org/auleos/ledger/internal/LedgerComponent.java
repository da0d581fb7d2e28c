package org.auleos.ledger.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Evidence;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Health;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;
import org.auleos.api.platform.Threads;
import org.auleos.api.store.Store;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.Disk;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.proof.Checkpoints;
import org.auleos.ledger.internal.proof.Checkpoints.Places;
import org.auleos.ledger.internal.proof.JournalEvidence;
import org.auleos.ledger.internal.proof.KeyFolder;
import org.auleos.ledger.internal.proof.Witness;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger of this node as a service, over segment files in a directory of its own. */
@Component(configurationPid = LedgerComponent.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LedgerComponent.Config.class)
public final class LedgerComponent implements Ledger {

    static final String PID = "org.auleos.ledger";

    private static final Logger log = LoggerFactory.getLogger(LedgerComponent.class);
    private static final long MARK_SECONDS = 1;
    private static final long FIRST_EPOCH = 1;

    private final FileJournal journal;
    private final ChainedLedger ledger;
    private final Checkpoints checkpoints;
    private final JournalEvidence evidence;
    private final Upkeep upkeep;
    private final ScheduledFuture<?> marking;
    private final ScheduledFuture<?> signing;
    private final Threads threads;
    private @Nullable LazyIndex index;

    /** What an operator may set. */
    @ObjectClassDefinition(name = "Ledger", description = "Where this node records everything that happens")
    public @interface Config {

        /** The directory. */
        @AttributeDefinition(
                description = "Directory of the journal; empty for 'ledger' in the data folder of the home")
        String directory() default "";

        /** The node's name. */
        @AttributeDefinition(description = "Name of this node; part of every record, so it cannot be changed later")
        String node() default "local";

        /** Length of a segment file. */
        @AttributeDefinition(description = "Length of a segment file in MiB, from 4 to 1024", min = "4", max = "1024")
        int segmentMebibytes() default 64;

        /** A file elsewhere. */
        @AttributeDefinition(
                description =
                        "File, best on another machine's disk, to which every checkpoint is appended; empty for none")
        String witness() default "";

        /** How many new records make a checkpoint due. */
        @AttributeDefinition(description = "A checkpoint is made after so many new records, at least 1", min = "1")
        long checkpointRecords() default 100_000;

        /** How old the last checkpoint may be. */
        @AttributeDefinition(
                description =
                        "A checkpoint is made so many seconds after the last one when there are new records, from 1",
                min = "1")
        int checkpointSeconds() default 10;
    }

    /** Opens the journal; throws a sentence for the operator when that cannot be. */
    @Activate
    public LedgerComponent(BundleContext context, Config config, @Reference Threads threads, @Reference Clock clock)
            throws IOException {
        this.threads = threads;
        Path directory = directory(context, config);
        var settings = new FileJournal.Settings(config.node(), FIRST_EPOCH, segmentBytes(config));
        Disk disk = DirectoryDisk.open(directory);
        journal = FileJournal.open(disk, settings, threads.pool("ledger-spare", 1));
        ledger = ledger(config, threads, clock);
        checkpoints = checkpoints(context, config, disk, clock);
        evidence = new JournalEvidence(journal, checkpoints, () -> ledger.head().sequence());
        upkeep = new Upkeep(ledger, checkpoints);
        marking = threads.timer("ledger-mark")
                .scheduleWithFixedDelay(this::mark, MARK_SECONDS, MARK_SECONDS, TimeUnit.SECONDS);
        signing = threads.timer("ledger-checkpoint")
                .scheduleWithFixedDelay(upkeep, MARK_SECONDS, MARK_SECONDS, TimeUnit.SECONDS);
        log.info("Ledger of {} open at record {}", config.node(), ledger.head().sequence());
    }

    /** From now on queries by run need not scan. Called by one thread at a time. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindStore(Store store) {
        LazyIndex next = new LazyIndex(store, ledger, threads);
        index = next;
        ledger.use(next);
    }

    /** Queries by run scan again. */
    public void unbindStore(Store store) {
        ledger.use(EventIndex.NONE);
        LazyIndex last = index;
        if (last != null) {
            last.close();
        }
    }

    private ChainedLedger ledger(Config config, Threads threads, Clock clock) throws IOException {
        try {
            return new ChainedLedger(journal, config.node(), FIRST_EPOCH, threads, clock);
        } catch (LedgerException e) {
            journal.close();
            throw e;
        }
    }

    private Checkpoints checkpoints(BundleContext context, Config config, Disk disk, Clock clock) throws IOException {
        try {
            if (config.checkpointRecords() < 1 || config.checkpointSeconds() < 1) {
                throw new IllegalArgumentException("checkpointRecords and checkpointSeconds of " + PID + " are "
                        + config.checkpointRecords() + " and " + config.checkpointSeconds() + ", expected at least 1");
            }
            String base = context.getProperty("karaf.base");
            if (base == null) {
                throw new IllegalArgumentException("the framework property karaf.base is not set: expected the home");
            }
            var keys = KeyFolder.open(Path.of(base, "keys"), config.node());
            Optional<Witness> witness =
                    config.witness().isEmpty() ? Optional.empty() : Optional.of(new Witness(Path.of(config.witness())));
            var due = new Checkpoints.Settings(
                    config.node(), config.checkpointRecords(), Duration.ofSeconds(config.checkpointSeconds()));
            return new Checkpoints(journal, disk, due, new Places(keys, witness), ledger::head, clock);
        } catch (IOException | RuntimeException e) {
            log.error("The ledger is refused: {}", e.getMessage());
            ledger.close();
            journal.close();
            throw e;
        }
    }

    private static Path directory(BundleContext context, Config config) {
        if (!config.directory().isEmpty()) {
            return Path.of(config.directory());
        }
        String data = context.getProperty("karaf.data");
        if (data == null) {
            throw new IllegalArgumentException(
                    "neither 'directory' of " + PID + " nor the framework property karaf.data is set; set one");
        }
        return Path.of(data, "ledger");
    }

    private static long segmentBytes(Config config) {
        int mebibytes = config.segmentMebibytes();
        if (mebibytes < 4 || mebibytes > 1024) {
            throw new IllegalArgumentException(
                    "segmentMebibytes of " + PID + " is " + mebibytes + ", expected 4 to 1024");
        }
        return (long) mebibytes << 20;
    }

    private void mark() {
        try {
            journal.mark();
        } catch (IOException e) {
            log.error("The ledger's disk failed; nothing will be acknowledged until the node is restarted", e);
        }
    }

    /** Makes durable what was appended, signs it and closes the files. */
    @Deactivate
    public void close() throws IOException {
        marking.cancel(false);
        signing.cancel(false);
        ledger.close();
        try (journal) {
            checkpoints.close();
        }
    }

    @Override
    public Health health() {
        return upkeep.health();
    }

    @Override
    public Evidence evidence() {
        return evidence;
    }

    @Override
    public Receipt append(List<Draft> drafts) {
        return ledger.append(drafts);
    }

    @Override
    public Head head() {
        return ledger.head();
    }

    @Override
    public void read(Query query, Consumer<Event> consumer) {
        ledger.read(query, consumer);
    }

    @Override
    public Subscription follow(String name, long from, Follower follower) {
        return ledger.follow(name, from, follower);
    }

    @Override
    public Verification verify(long from, long to) {
        return ledger.verify(from, to);
    }
}
