package org.auleos.tools.triage.internal;

import java.util.List;
import java.util.Map;
import org.auleos.tools.triage.internal.Finding.Action;
import org.jspecify.annotations.Nullable;

/** What {@code net.listening} says, and what is wrong with it. */
public record Ports(List<Socket> sockets, int unidentified) {

    private static final Reading READING = new Reading(
            "machine.exposed-ports",
            "security",
            "net.listening",
            Action.look("net.listening", "shows every listening socket"));

    /** Services without a password or encryption of their own by default, or meant for trusted networks. */
    private static final Map<Integer, String> PRIVATE = Map.ofEntries(
            Map.entry(23, "telnet"),
            Map.entry(111, "portmapper"),
            Map.entry(512, "rexec"),
            Map.entry(513, "rlogin"),
            Map.entry(514, "rsh"),
            Map.entry(873, "rsync"),
            Map.entry(2049, "NFS"),
            Map.entry(2181, "ZooKeeper"),
            Map.entry(2375, "Docker without TLS"),
            Map.entry(2379, "etcd"),
            Map.entry(3306, "MySQL"),
            Map.entry(4369, "Erlang port mapper"),
            Map.entry(5432, "PostgreSQL"),
            Map.entry(5900, "VNC"),
            Map.entry(5984, "CouchDB"),
            Map.entry(6379, "Redis"),
            Map.entry(8500, "Consul"),
            Map.entry(9092, "Kafka"),
            Map.entry(9200, "Elasticsearch"),
            Map.entry(10250, "kubelet"),
            Map.entry(11211, "memcached"),
            Map.entry(27017, "MongoDB"));

    public Ports {
        sockets = List.copyOf(sockets);
    }

    /** A listening socket. */
    public record Socket(
            String protocol,
            String address,
            int port,
            boolean loopback,
            String user,
            @Nullable Long pid,
            @Nullable String process) {

        String line() {
            return "%s port %d of %s: %s (%s)"
                    .formatted(
                            protocol,
                            port,
                            address,
                            PRIVATE.getOrDefault(port, "unknown"),
                            process == null ? "process not visible" : process);
        }
    }

    List<Finding> findings() {
        List<String> exposed = sockets.stream()
                .filter(socket -> !socket.loopback() && PRIVATE.containsKey(socket.port()))
                .filter(socket -> "tcp".equals(socket.protocol()))
                .map(Socket::line)
                .toList();
        if (exposed.isEmpty()) {
            return List.of();
        }
        return List.of(READING.finding(
                Severity.INFO,
                0.6,
                exposed,
                "Services that are usually kept private listen to other machines",
                "Whether anybody can reach them depends on the network and its firewalls; let them listen on the"
                        + " loopback address if only this machine needs them."));
    }
}
