package org.goldenbridge.platform.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private final ClientAddress addresses =
            new ClientAddress(List.of("127.0.0.0/8", "::1", "10.1.0.0/16"), Optional.of(List.of("192.0.2.0/28")));

    /** Only what a gateway of ours has added is believed, and of that what stands last. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    203.0.113.7 | -                            | 203.0.113.7
                    203.0.113.7 | 198.51.100.1                 | 203.0.113.7
                    127.0.0.1   | -                            | 127.0.0.1
                    127.0.0.1   | 198.51.100.1                 | 198.51.100.1
                    ::1         | 198.51.100.1                 | 198.51.100.1
                    10.1.2.3    | 8.8.8.8, 198.51.100.1        | 198.51.100.1
                    10.1.2.3    | 8.8.8.8,198.51.100.1,10.1.9.9 | 198.51.100.1
                    10.1.2.3    | 127.0.0.1, 10.1.9.9          | 127.0.0.1
                    10.1.2.3    | 198.51.100.1, nonsense       | 10.1.2.3
                    10.1.2.3    | nonsense, 198.51.100.1       | 198.51.100.1
                    10.1.2.3    | example.org                  | 10.1.2.3
                    10.2.2.3    | 198.51.100.1                 | 10.2.2.3
                    ::ffff:10.1.2.3 | 198.51.100.1             | 198.51.100.1
                    127.0.0.1   | 2001:db8::7                  | 2001:db8:0:0:0:0:0:7
                    """)
    void believesGatewaysOfOursAlone(String peer, String told, String address) {
        var found = addresses.of(peer, told == null ? List.of() : List.of(told));
        assertEquals(address, found.getHostAddress());
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertEquals(
                "198.51.100.1",
                addresses.of("127.0.0.1", List.of("8.8.8.8", "198.51.100.1")).getHostAddress());
    }

    @Test
    void countsANetworkOfIpv6AsOneCaller() {
        assertEquals(caller("2001:db8:1:2:3::4"), caller("2001:db8:1:2:ffff:1:2:3"));
        assertFalse(caller("2001:db8:1:2::1").equals(caller("2001:db8:1:3::1")));
        assertFalse(caller("198.51.100.1").equals(caller("198.51.100.2")));
        assertEquals(caller("198.51.100.1"), caller("::ffff:198.51.100.1"));
    }

    @Test
    void knowsWhoIsNotCounted() {
        assertTrue(addresses.isExempt(AddressRange.address("192.0.2.15")));
        assertFalse(addresses.isExempt(AddressRange.address("192.0.2.16")));
        assertFalse(addresses.isExempt(AddressRange.address("2001:db8::1")));
        assertTrue(AddressRange.of("0.0.0.0/0").contains(AddressRange.address("8.8.8.8")));
        assertTrue(AddressRange.of("2001:db8::/33").contains(AddressRange.address("2001:db8:7fff::1")));
        assertFalse(AddressRange.of("2001:db8::/33").contains(AddressRange.address("2001:db8:8000::1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0"})
    void refusesToStartWithARangeThatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
    }

    private static CallerKey caller(String address) {
        return ClientAddress.caller(AddressRange.address(address));
    }
}
