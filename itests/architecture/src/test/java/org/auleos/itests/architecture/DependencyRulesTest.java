package org.auleos.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** At compile time the bundles form a star: everybody knows the contracts, nobody knows an implementation. */
final class DependencyRulesTest {

    private static final Set<String> CONTRACTS = Set.of("plugin", "api", "json");
    private static final Set<String> EVERYBODY = Set.of("java.", "org.jspecify.annotations.", "org.osgi.annotation.");
    /** What the runtime weaves in or what only describes a component; none of it is a service that could be called. */
    private static final Set<String> DESCRIBING =
            Set.of("org.osgi.service.component.annotations.", "org.osgi.service.metatype.annotations.");

    @Test
    void everyClassIsSeen() {
        assertThat(Code.PRODUCT).hasSizeGreaterThan(50);
        assertThat(Code.PRODUCT.stream().map(Code::part)).contains("plugin", "api", "json", "tools.log");
    }

    @Test
    void implementationsDoNotKnowEachOther() {
        Suppressions.check("star", violations(type -> true, (from, to) -> {
            boolean ours = to.startsWith("org.auleos.");
            boolean contract = CONTRACTS.stream().anyMatch(root -> to.startsWith("org.auleos." + root + "."));
            return ours && !contract && !to.startsWith("org.auleos." + from + ".");
        }));
    }

    @Test
    void thePluginApiAndJsonKnowNobody() {
        Set<String> simplest = Set.of("plugin", "json");

        Suppressions.check(
                "contracts",
                violations(
                        type -> simplest.contains(Code.part(type)),
                        (from, to) -> to.startsWith("org.auleos.") && !to.startsWith("org.auleos." + from + ".")));
    }

    @Test
    void toolsKnowOnlyThePluginApi() {
        Suppressions.check(
                "tools",
                violations(
                        type -> Code.part(type).startsWith("tools."),
                        (from, to) -> !to.startsWith("org.auleos." + from + ".")
                                && !to.startsWith("org.auleos.plugin.")
                                && !begins(to, EVERYBODY)
                                && !begins(to, DESCRIBING)
                                && !begins(to, Set.of("javax.", "oshi."))));
    }

    @Test
    void onlyComponentsKnowOsgi() {
        Suppressions.check(
                "osgi",
                violations(
                        type -> !isComponent(type),
                        (from, to) -> to.startsWith("org.osgi.") && !begins(to, EVERYBODY) && !isPropertyType(to)));
    }

    private static List<String> violations(Predicate<JavaClass> who, BiPredicate<String, String> forbidden) {
        return Code.PRODUCT.stream()
                .filter(who)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> forbidden.test(Code.part(dependency.getOriginClass()), target(dependency)))
                .map(dependency -> outermost(dependency.getOriginClass()).getName() + " knows " + target(dependency))
                .distinct()
                .toList();
    }

    private static String target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType().getName();
    }

    private static boolean begins(String name, Set<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith) || !name.contains(".");
    }

    private static boolean isComponent(JavaClass type) {
        JavaClass outermost = outermost(type);
        return outermost.isAnnotatedWith("org.osgi.service.component.annotations.Component")
                || outermost.isAssignableTo("org.osgi.framework.BundleActivator");
    }

    /** Turns an annotation of ours into component properties, as {@code @ToolSpec} does. */
    private static boolean isPropertyType(String name) {
        return name.equals("org.osgi.service.component.annotations.ComponentPropertyType");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(DependencyRulesTest::outermost).orElse(type);
    }
}
