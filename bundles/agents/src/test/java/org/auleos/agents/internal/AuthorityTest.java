package org.auleos.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.policy.Capability;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    @Test
    void aRoleCallsItsToolsAndItsNamespacesOnly() {
        AgentRole role = new AgentRole("r", "", List.of("log.*", "fs.read"), Set.of(), 1);

        assertThat(Authority.mayCall(role, "log.scan")).isTrue();
        assertThat(Authority.mayCall(role, "fs.read")).isTrue();
        assertThat(Authority.mayCall(role, "fs.readlink")).isFalse();
        assertThat(Authority.mayCall(role, "logs.scan")).isFalse();
        assertThat(Authority.mayCall(role, "log")).isFalse();
    }

    @Test
    void theNarrowerOfTwoCapabilitiesRemains() {
        Set<Capability> run = capabilities("fs:read:/var/log/**", "fs:write:/**", "hw:read");
        Set<Capability> role = capabilities("fs:read:/**", "fs:write:/tmp/**", "net:read");

        assertThat(Authority.intersection(run, role))
                .isEqualTo(capabilities("fs:read:/var/log/**", "fs:write:/tmp/**"));
    }

    @Test
    void nothingIsGrantedToARoleThatMayDoNothing() {
        assertThat(Authority.intersection(capabilities("*:*:**"), Set.of())).isEmpty();
    }

    private static Set<Capability> capabilities(String... texts) {
        return Set.copyOf(List.of(texts).stream().map(Capability::of).toList());
    }
}
