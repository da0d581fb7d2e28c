package org.auleos.planner.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.planner.internal.Library.Source;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The planner service: the plans in this bundle, and over them the operator's own in {@code etc/plans}. */
@Component
public final class PlannerComponent implements Planner {

    private static final Logger log = LoggerFactory.getLogger(PlannerComponent.class);

    private final LibraryPlanner planner;

    @Activate
    public PlannerComponent(BundleContext context) {
        List<Source> sources = new ArrayList<>(shipped(context.getBundle()));
        Optional.ofNullable(context.getProperty("karaf.etc"))
                .map(etc -> Path.of(etc, "plans"))
                .filter(Files::isDirectory)
                .ifPresent(directory -> sources.addAll(operators(directory)));
        Library library = Library.of(sources);
        library.complaints().forEach(complaint -> log.warn("plan left out: {}", complaint));
        this.planner = new LibraryPlanner(library);
    }

    @Override
    public Planning plan(Goal goal) {
        return planner.plan(goal);
    }

    @Override
    public List<Known> known() {
        return planner.known();
    }

    private static List<Source> shipped(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries("plans", "*.json", false);
        List<URL> urls = found == null ? List.of() : Collections.list(found);
        return urls.stream()
                .sorted(Comparator.comparing(URL::getPath))
                .map(PlannerComponent::shipped)
                .toList();
    }

    private static Source shipped(URL url) {
        try (InputStream in = url.openStream()) {
            return new Source(url.getPath(), false, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url + " of this bundle: expected it to be whole", e);
        }
    }

    private static List<Source> operators(Path directory) {
        List<Source> sources = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                sources.add(new Source(file.toString(), true, Files.readString(file)));
            }
        } catch (IOException e) {
            log.warn("plans in {} left out: cannot read them: {}", directory, e.toString());
        }
        sources.sort(Comparator.comparing(Source::name));
        return sources;
    }
}
