package org.goldenbridge.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One instance of one of the services, run from the jar that the build made. */
public final class ServiceProcess extends LocalProcess {

    private final String service;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> jvmArguments = new ArrayList<>();

    ServiceProcess(String service, int instance, DataFolder data, int port, Map<String, String> environment) {
        super(Ports.instanceName(service, instance), data);
        this.service = service;
        this.port = port;
        this.environment = new HashMap<>(environment);
    }

    public int port() {
        return port;
    }

    /** The instance itself, past the gateway. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Adds arguments of the Java machine from the next start on, such as {@code -javaagent:...}. */
    public ServiceProcess withJvmArguments(String... arguments) {
        jvmArguments.addAll(List.of(arguments));
        return this;
    }

    /** Forgets the arguments added before, from the next start on. */
    public ServiceProcess withoutJvmArguments() {
        jvmArguments.clear();
        return this;
    }

    /** Sets an environment variable from the next start on. */
    public ServiceProcess withEnvironment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    @Override
    List<String> command() {
        var command = new ArrayList<>(List.of(Jvm.JAVA.toString(), "-Xms32m", "-Xmx192m"));
        command.addAll(Jvm.SMALL);
        command.addAll(jvmArguments);
        command.add("-jar");
        command.add(Checkout.serviceJar(service).toString());
        return command;
    }

    @Override
    Map<String, String> environment() {
        var all = new HashMap<>(Jvm.ENVIRONMENT);
        all.putAll(environment);
        return all;
    }

    @Override
    boolean answers() {
        return Http.ok(address().resolve("/q/health/ready"));
    }
}
