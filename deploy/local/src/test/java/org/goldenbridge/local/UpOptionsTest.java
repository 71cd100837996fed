package org.goldenbridge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOptionsTest {

    private static UpOptions parse(String... arguments) {
        return UpOptions.parse(Path.of("data"), arguments);
    }

    @Test
    void withoutOptionsThePortsAreTheUsualOnes() {
        var options = parse();
        assertEquals(8080, options.network().ports().of(Ports.GATEWAY));
        assertEquals(8082, options.network().ports().of("event-service", 0));
        assertEquals(Path.of("data").toAbsolutePath(), options.network().data().root());
        assertTrue(options.demo());
        assertFalse(options.fresh());
    }

    @Test
    void furtherInstancesListenTenAbove() {
        assertEquals(8092, parse("--instances", "2").network().ports().of("event-service", 1));
    }

    @Test
    void everyPortHasAnOption() {
        for (var part : Ports.standard().byName().keySet()) {
            var options = parse(UpOptions.optionFor(part) + "=4321");
            assertEquals(4321, options.network().ports().of(part));
            assertTrue(UpOptions.HELP.contains(UpOptions.optionFor(part)), part);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --prot 8080     | There is no option --prot; deploy/up --help lists them.
                    --port          | After --port a value is missing.
                    --port=99999    | --port takes a number from 1 to 65535, not 99999.
                    --port eighty   | --port takes a number from 1 to 65535, not eighty.
                    --instances 0   | --instances takes a number from 1 to 4, not 0.
                    stray           | There is no option stray; deploy/up --help lists them.
                    """)
    void saysWhatIsWrong(String line, String sentence) {
        var arguments = line.split(" ", -1);
        assertEquals(
                sentence,
                assertThrows(UpOptions.Misunderstood.class, () -> parse(arguments))
                        .getMessage());
    }

    @Test
    void aTakenPortIsSaidWithTheOptionThatChangesIt() throws IOException {
        var free = Ports.free(1);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new java.util.LinkedHashMap<>(free.byName());
            ports.put("event-service", taken.getLocalPort());
            var options = new NetworkOptions(new DataFolder(Path.of("data")), new Ports(ports), 1);
            var complaints = PortCheck.complaints(options);
            assertEquals(1, complaints.size());
            assertTrue(complaints.get(0).contains("Port " + taken.getLocalPort() + ", which event-service needs"));
            assertTrue(complaints.get(0).contains("--event-service-port"));
        }
    }

    @Test
    void twoPartsOnOnePortAreRefused() {
        var complaints = PortCheck.complaints(
                parse("--centre-service-port=45671", "--port=45671").network());
        assertTrue(complaints.stream().anyMatch(complaint -> complaint.contains("cannot both listen on port 45671")));
    }

    @Test
    void aProcessThatKeepsDyingIsStartedLessAndLessOften() {
        assertEquals(Duration.ofSeconds(1), Watch.pause(0));
        assertEquals(Duration.ofSeconds(4), Watch.pause(2));
        assertEquals(Duration.ofSeconds(30), Watch.pause(100));
    }
}
