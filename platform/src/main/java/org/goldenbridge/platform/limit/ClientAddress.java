package org.goldenbridge.platform.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from: the address of the connection, or what a gateway that we trust says of it. What anybody else says
 * is not believed.
 */
@Singleton
class ClientAddress {
    /** Providers give every customer as many addresses as these bits leave open (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    private final List<AddressRange> gateways;
    private final List<AddressRange> exempt;

    ClientAddress(
            @ConfigProperty(name = "goldenbridge.limits.trusted-proxies", defaultValue = "127.0.0.0/8,::1")
                    List<String> gateways,
            @ConfigProperty(name = "goldenbridge.limits.exempt") Optional<List<String>> exempt) {
        this.gateways = gateways.stream().map(AddressRange::of).toList();
        this.exempt = exempt.orElse(List.of()).stream().map(AddressRange::of).toList();
    }

    /** The address. */
    InetAddress of(HttpServerRequest request) {
        var peer = request.remoteAddress();
        return of(
                peer == null || peer.hostAddress() == null ? "" : peer.hostAddress(),
                request.headers().getAll("X-Forwarded-For"));
    }

    InetAddress of(String peer, List<String> told) {
        var connected = AddressRange.address(peer);
        if (connected == null) {
            return InetAddress.getLoopbackAddress(); // a socket file of this machine has no address
        }
        return isIn(gateways, connected) ? behind(connected, told) : connected;
    }

    /** The last that a gateway of ours has added: what stands before it was told by the client. */
    private InetAddress behind(InetAddress gateway, List<String> headers) {
        var hops = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        var nearest = gateway;
        for (var i = hops.size() - 1; i >= 0; i--) {
            var hop = AddressRange.address(hops.get(i));
            if (hop == null) {
                return nearest;
            }
            if (!isIn(gateways, hop)) {
                return hop;
            }
            nearest = hop;
        }
        return nearest;
    }

    /** Whether nothing that comes from there is counted. */
    boolean isExempt(InetAddress address) {
        return isIn(exempt, address);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Who asks from there: of IPv6 the network, for each house has more addresses than could be counted. */
    static CallerKey caller(InetAddress address) {
        if (address instanceof Inet6Address) {
            var network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16);
            try {
                return new CallerKey(
                        CallerKey.Kind.ADDRESS,
                        InetAddress.getByAddress(network).getHostAddress() + "/64");
            } catch (java.net.UnknownHostException e) {
                throw new IllegalStateException(e); // only bytes of another length
            }
        }
        return new CallerKey(CallerKey.Kind.ADDRESS, address.getHostAddress());
    }
}
