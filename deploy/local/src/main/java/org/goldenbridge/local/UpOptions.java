package org.goldenbridge.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line of deploy/up.
 *
 * @param fresh whether the data of earlier runs are deleted first
 * @param demo whether the demo network is loaded
 */
record UpOptions(NetworkOptions network, boolean fresh, boolean demo, boolean help) {

    static final String HELP = """
            deploy/up starts the whole network on this machine: PostgreSQL, Kafka, Keycloak, the services and the gateway.

              --port N         the public port (8080)
              --instances N    how many processes of each service run (1)
              --data DIR       where the data and logs are kept (deploy/data)
              --fresh          delete the data of earlier runs first
              --no-demo        do not load the demo network
              --help           this text

            Other ports: --centre-service-port (8081), --event-service-port (8082), --catalogue-service-port (8083),
            --keycloak-port (8084), --keycloak-management-port (8085), --postgres-port (5433), --kafka-port (9092),
            --kafka-controller-port (9093). Further instances of a service listen 10, 20, ... above its first.
            """;

    private static final int MOST_INSTANCES = 4;

    /** A command line that cannot be followed; the message says what to write instead. */
    static final class Misunderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misunderstood(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static UpOptions parse(Path defaultData, String... arguments) {
        var ports = new LinkedHashMap<>(Ports.standard().byName());
        var data = defaultData;
        var instances = 1;
        var fresh = false;
        var demo = true;
        var help = false;
        for (var i = 0; i < arguments.length; i++) {
            var sign = arguments[i].indexOf('=');
            var option = sign < 0 ? arguments[i] : arguments[i].substring(0, sign);
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demo = false;
                case "--help", "-h" -> help = true;
                default -> {
                    var part = portOf(option);
                    if (part == null && !option.equals("--data") && !option.equals("--instances")) {
                        throw new Misunderstood("There is no option " + option + "; deploy/up --help lists them.");
                    }
                    if (sign < 0 && i + 1 == arguments.length) {
                        throw new Misunderstood("After " + option + " a value is missing.");
                    }
                    var value = sign < 0 ? arguments[++i] : arguments[i].substring(sign + 1);
                    if (option.equals("--data")) {
                        data = Path.of(value);
                    } else if (part == null) {
                        instances = number(option, value, 1, MOST_INSTANCES);
                    } else {
                        ports.put(part, number(option, value, 1, 65_535));
                    }
                }
            }
        }
        return new UpOptions(new NetworkOptions(new DataFolder(data), new Ports(ports), instances), fresh, demo, help);
    }

    /** The option that sets the port of a process. */
    static String optionFor(String part) {
        return part.equals(Ports.GATEWAY) ? "--port" : "--" + part + "-port";
    }

    private static @Nullable String portOf(String option) {
        for (var part : Ports.standard().byName().keySet()) {
            if (optionFor(part).equals(option)) {
                return part;
            }
        }
        return null;
    }

    private static int number(String option, String value, int least, int most) {
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the numbers that fit
        }
        throw new Misunderstood(option + " takes a number from " + least + " to " + most + ", not " + value + ".");
    }
}
