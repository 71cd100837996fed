package org.goldenbridge.local.gateway;

import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the gateway is told on its command line.
 *
 * @param port where it listens
 * @param publicUrl the address that clients use
 * @param idle how long a part may stay silent while it answers; a stream of events has to say something more often
 * @param parts the addresses of each part of the network
 */
record GatewayOptions(int port, URI publicUrl, Duration idle, Map<String, List<SocketAddress>> parts) {

    static final List<String> SERVICES = List.of(Routes.CENTRE, Routes.EVENT, Routes.CATALOGUE);

    /** Long enough to take in an import, short enough that a hung service does not hold its callers for ever. */
    private static final String IDLE_SECONDS = "120";

    static GatewayOptions parse(String... arguments) {
        var values = new HashMap<String, String>();
        for (var argument : arguments) {
            var sign = argument.indexOf('=');
            if (!argument.startsWith("--") || sign < 0) {
                throw new IllegalArgumentException("Not an option of the gateway: " + argument);
            }
            values.put(argument.substring(2, sign), argument.substring(sign + 1));
        }
        var port = values.remove("port");
        var publicUrl = values.remove("public-url");
        var idle = Duration.ofSeconds(Long.parseLong(values.getOrDefault("idle-seconds", IDLE_SECONDS)));
        values.remove("idle-seconds");
        if (port == null || publicUrl == null) {
            throw new IllegalArgumentException("The gateway needs --port and --public-url");
        }
        var parts = new HashMap<String, List<SocketAddress>>();
        values.forEach((part, addresses) -> parts.put(
                part,
                Stream.of(addresses.split(",", -1))
                        .filter(address -> !address.isEmpty())
                        .map(GatewayOptions::address)
                        .toList()));
        return new GatewayOptions(Integer.parseInt(port), URI.create(publicUrl), idle, parts);
    }

    private static SocketAddress address(String hostAndPort) {
        var colon = hostAndPort.lastIndexOf(':');
        return SocketAddress.inetSocketAddress(
                Integer.parseInt(hostAndPort.substring(colon + 1)), hostAndPort.substring(0, colon));
    }

    List<SocketAddress> instances(String part) {
        return parts.getOrDefault(part, List.of());
    }
}
