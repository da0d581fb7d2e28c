package org.auleos.tools.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.auleos.plugin.tool.ToolException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "3fff::1"
            })
    void privateAndSpecialRangesAreNotPublic(String address) throws Exception {
        assertThat(Addresses.isPublic(InetAddress.getAllByName(address)[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "192.0.1.1",
                "223.255.255.1",
                "2606:4700::1111",
                "2a00::1",
                "2001:4860::8888",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808"
            })
    void theRestIsPublic(String address) throws Exception {
        assertThat(Addresses.isPublic(InetAddress.getAllByName(address)[0])).isTrue();
    }

    @Test
    void aNameWithoutAddressIsNotFound() {
        Refused.with(Code.NOT_FOUND, () -> Addresses.resolve("does-not-exist.invalid"));
    }
}
