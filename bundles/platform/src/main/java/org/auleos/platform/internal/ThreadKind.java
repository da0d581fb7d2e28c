package org.auleos.platform.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Makes named threads: virtual ones where the JVM has them (21 and later), platform ones elsewhere. */
final class ThreadKind {

    private static final String BUILDER = "java.lang.Thread$Builder";

    private ThreadKind() {}

    /** Virtual threads, or empty on a JVM without them. */
    static Optional<ThreadFactory> virtual(String name) {
        return Runtime.version().feature() < 21 ? Optional.empty() : Optional.of(newVirtualFactory(name));
    }

    /** Daemon platform threads called {@code name-1}, {@code name-2} … */
    static ThreadFactory platform(String name) {
        AtomicLong count = new AtomicLong();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@code Thread.ofVirtual().name(name + "-", 1).factory()}, which release 17 cannot name. */
    private static ThreadFactory newVirtualFactory(String name) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> builder = Class.forName(BUILDER);
            Class<?> virtual = Class.forName(BUILDER + "$OfVirtual");
            MethodHandle of = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual));
            MethodHandle named =
                    lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class, long.class));
            MethodHandle factory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
            return (ThreadFactory) factory.invoke(named.invoke(of.invoke(), name + "-", 1L));
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "Java " + Runtime.version() + " should have virtual threads, but they cannot be reached", e);
        }
    }
}
