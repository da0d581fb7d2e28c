package org.auleos.agents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.agent.Agents;
import org.auleos.api.agent.Assignment;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.Toolbox;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The agents service: the roles in this bundle's {@code roles} folder. */
@Component
public final class AgentsComponent implements Agents {

    private final RoleAgents agents;

    @Activate
    public AgentsComponent(BundleContext context, @Reference Toolbox toolbox, @Reference Ledger ledger) {
        this.agents = new RoleAgents(new Roles(shipped(context.getBundle())), toolbox, ledger);
    }

    @Override
    public Outcome perform(Assignment assignment) throws InterruptedException {
        return agents.perform(assignment);
    }

    @Override
    public List<AgentRole> roles() {
        return agents.roles();
    }

    @Override
    public Optional<AgentRole> role(String name) {
        return agents.role(name);
    }

    private static List<AgentRole> shipped(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries("roles", "*.json", false);
        List<URL> urls = found == null ? List.of() : Collections.list(found);
        return urls.stream().map(AgentsComponent::role).toList();
    }

    private static AgentRole role(URL url) {
        try (InputStream in = url.openStream()) {
            return Roles.read(url.getPath(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url + " of this bundle: expected it to be whole", e);
        }
    }
}
