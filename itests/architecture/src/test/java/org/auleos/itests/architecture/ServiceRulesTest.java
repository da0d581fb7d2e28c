package org.auleos.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Time, randomness and threads come from injected services, so that a test or a replay can be in charge of them. */
final class ServiceRulesTest {

    private static final Set<String> THREADS = Set.of(
            "java.lang.Thread.<init>",
            "java.lang.Thread.startVirtualThread",
            "java.lang.Thread.ofVirtual",
            "java.util.Timer.<init>",
            "java.util.concurrent.ThreadPoolExecutor.<init>",
            "java.util.concurrent.ScheduledThreadPoolExecutor.<init>",
            "java.util.concurrent.ForkJoinPool.<init>",
            "java.util.concurrent.ForkJoinPool.commonPool",
            "java.util.Collection.parallelStream");
    private static final Set<String> RANDOMNESS = Set.of(
            "java.util.Random.<init>",
            "java.security.SecureRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random");

    @Test
    void timeIsAskedOfTheClock() {
        Suppressions.check("clock", calls(call -> {
            String owner = call.getTargetOwner().getName();
            boolean now = call.getName().equals("now")
                    && owner.startsWith("java.time.")
                    && call.getTarget().getParameterTypes().isEmpty();
            boolean system = owner.equals("java.time.Clock") && call.getName().startsWith("system");
            return now || system || is(call, Set.of("java.lang.System.currentTimeMillis"));
        }));
    }

    @Test
    void randomnessIsAskedOfTheGenerator() {
        Suppressions.check("randomness", calls(call -> is(call, RANDOMNESS)));
    }

    @Test
    void threadsAreAskedOfThePlatform() {
        Suppressions.check(
                "threads",
                calls(call ->
                        is(call, THREADS) || call.getTargetOwner().getName().equals("java.util.concurrent.Executors")));
    }

    private static boolean is(JavaCodeUnitAccess<?> call, Set<String> forbidden) {
        return forbidden.contains(call.getTargetOwner().getName() + "." + call.getName());
    }

    /** Calls of the bundles; the command line is a process of its own, with nobody to inject anything. */
    private static List<String> calls(Predicate<JavaCodeUnitAccess<?>> forbidden) {
        return Code.PRODUCT.stream()
                .filter(type -> !Set.of("cli", "testkit").contains(Code.part(type)))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .<JavaCodeUnitAccess<?>>mapMulti((access, into) -> {
                    if (access instanceof JavaCodeUnitAccess<?> call) {
                        into.accept(call);
                    }
                })
                .filter(forbidden)
                .map(call -> outermost(call.getOriginOwner()) + " calls "
                        + call.getTargetOwner().getName() + "." + call.getName())
                .distinct()
                .toList();
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ServiceRulesTest::outermost).orElse(type.getName());
    }
}
