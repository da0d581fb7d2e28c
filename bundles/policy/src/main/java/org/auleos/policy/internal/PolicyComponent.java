package org.auleos.policy.internal;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.platform.Threads;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;
import org.auleos.json.Family;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard as a service, with a look at its file every few seconds. Thread-safe. */
@Component(service = Guard.class, immediate = true, configurationPid = "org.auleos.policy")
@Designate(ocd = PolicyComponent.Config.class)
public final class PolicyComponent implements Guard {

    private static final Logger log = LoggerFactory.getLogger(PolicyComponent.class);

    private static final Family<PolicyEvent> EVENTS = Family.of(PolicyEvent.class);

    /** Where the policy is. */
    @ObjectClassDefinition(name = "Policy")
    @interface Config {

        /** The policy file; a relative path is relative to the container's etc folder. */
        @AttributeDefinition(name = "File", description = "The policy file, relative to the etc folder")
        String file() default "org.auleos.policy.json";

        /** How often the file is looked at. */
        @AttributeDefinition(name = "Interval", description = "Seconds between two looks at the file, from 1")
        int refreshSeconds() default 5;
    }

    private final PolicyGuard guard;

    /** Throws {@code IllegalArgumentException} when the configuration is out of range. */
    @Activate
    public PolicyComponent(
            BundleContext context,
            Config config,
            @Reference Ledger ledger,
            @Reference Users users,
            @Reference Threads threads) {
        if (config.refreshSeconds() < 1) {
            throw new IllegalArgumentException("refreshSeconds is " + config.refreshSeconds() + "; expected 1 or more");
        }
        String etc = context.getProperty("karaf.etc");
        Path file = Path.of(etc == null ? "etc" : etc).resolve(config.file());
        PolicySource source =
                new PolicySource(file, OwnRules.of(context.getProperty("karaf.base")), event -> record(ledger, event));
        this.guard = new PolicyGuard(source::policy, users);
        var unused = threads.timer("policy")
                .scheduleWithFixedDelay(
                        source::refresh, config.refreshSeconds(), config.refreshSeconds(), TimeUnit.SECONDS);
    }

    /** A policy decides even when the ledger is full; then the operator's log alone says so. */
    private static void record(Ledger ledger, PolicyEvent event) {
        try {
            var unused = ledger.append(draft(event));
        } catch (LedgerException e) {
            log.warn("{} could not be recorded", event, e);
        }
    }

    private static Draft draft(PolicyEvent event) {
        return new Draft(EVENTS.name(event), EVENTS.version(event), Provenance.KERNEL, "", EVENTS.write(event));
    }

    @Override
    public Decision decide(Question question) {
        return guard.decide(question);
    }
}
