package org.goldenbridge.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenbridge.local.gateway.Gateway;

/** The gateway as a process: the one address of the network. */
public final class GatewayProcess extends LocalProcess {

    private final URI publicUrl;
    private final int port;
    private final List<String> backends;

    /** @param backends as {@link Gateway#main} takes them */
    GatewayProcess(DataFolder data, URI publicUrl, int port, List<String> backends) {
        super("gateway", data);
        this.publicUrl = publicUrl;
        this.port = port;
        this.backends = List.copyOf(backends);
    }

    /** The public address, such as {@code http://localhost:8080}, without a slash at the end. */
    public URI address() {
        return publicUrl;
    }

    @Override
    List<String> command() {
        var command = new ArrayList<>(List.of(Jvm.JAVA.toString(), "-Xms16m", "-Xmx96m"));
        command.addAll(Jvm.SMALL);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dvertx.disableDnsResolver=true",
                Gateway.class.getName(),
                "--port=" + port,
                "--public-url=" + publicUrl));
        command.addAll(backends);
        return command;
    }

    @Override
    Map<String, String> environment() {
        return Jvm.withOurClasses();
    }

    /** Ready as soon as it listens: whether all behind it is ready is what its /health says. */
    @Override
    boolean answers() {
        return Ports.answers(port);
    }
}
