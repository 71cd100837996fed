package org.goldenbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which port each process listens on, by the name of the process.
 *
 * @param byName in the order in which they are shown
 */
public record Ports(Map<String, Integer> byName) {

    static final String GATEWAY = "gateway";
    static final String KEYCLOAK = "keycloak";
    static final String KEYCLOAK_MANAGEMENT = "keycloak-management";
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String KAFKA_CONTROLLER = "kafka-controller";

    /** The second instance of a service listens ten above the first. */
    private static final int NEXT_INSTANCE = 10;

    private static final int CONNECT_MILLIS = 300;

    static Ports standard() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(GATEWAY, 8080);
        ports.put("centre-service", 8081);
        ports.put("event-service", 8082);
        ports.put("catalogue-service", 8083);
        ports.put(KEYCLOAK, 8084);
        ports.put(KEYCLOAK_MANAGEMENT, 8085);
        ports.put(POSTGRES, 5433);
        ports.put(KAFKA, 9092);
        ports.put(KAFKA_CONTROLLER, 9093);
        return new Ports(ports);
    }

    /** Ports that nobody listens on at this moment, for each process of a network. */
    static Ports free(int instances) {
        var names = new ArrayList<>(standard().byName().keySet());
        for (var service : Network.SERVICES) {
            for (var instance = 1; instance < instances; instance++) {
                names.add(instanceName(service, instance));
            }
        }
        var ports = new LinkedHashMap<String, Integer>();
        var held = new ArrayList<ServerSocket>();
        try {
            for (var name : names) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            for (var socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No free ports", e);
        }
        return new Ports(ports);
    }

    int of(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No port for " + name);
        }
        return port;
    }

    /** The port of an instance, of which 0 is the first. */
    int of(String service, int instance) {
        var own = byName.get(instanceName(service, instance));
        return own != null ? own : of(service) + NEXT_INSTANCE * instance;
    }

    static String instanceName(String service, int instance) {
        return instance == 0 ? service : service + "-" + (instance + 1);
    }

    /** Whether somebody listens on that port of this machine. */
    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
