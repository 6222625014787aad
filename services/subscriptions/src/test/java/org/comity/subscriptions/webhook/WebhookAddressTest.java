package org.comity.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may go. */
class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "240.0.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1"
            })
    void R406_an_address_of_a_private_network_is_one(String address) throws UnknownHostException {
        assertTrue(WebhookAddress.isPrivate(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "2606:2800::1"})
    void R406_an_address_of_the_open_network_is_none(String address) throws UnknownHostException {
        assertFalse(WebhookAddress.isPrivate(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/", "https://127.0.0.1/", "https://user@93.184.216.34/", "ftp://93.184.216.34/",
                        "x",
                "https://93.184.216.34/#x", "https://[::1]/", "file:///etc/passwd", "https:///x",
                        "https://10.0.0.1:8443/x"
            })
    void R406_any_other_address_is_refused(String url) {
        assertTrue(new WebhookAddress(false).fault(url).isPresent(), url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.216.34/", "https://93.184.216.34:8443/hooks?x=1"})
    void R406_an_https_address_of_the_open_network_is_good(String url) {
        assertEquals(java.util.Optional.empty(), new WebhookAddress(false).fault(url), url);
    }
}
