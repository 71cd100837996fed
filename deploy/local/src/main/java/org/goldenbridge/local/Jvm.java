package org.goldenbridge.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the processes of this network run their Java: three services and the rest have to fit on a laptop. */
final class Jvm {

    /** What the operating system calls the program, to recognise our processes by. */
    static final String PROGRAM = "java";

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", PROGRAM);

    /** glibc gives every thread a memory arena of its own otherwise, which is a hundred megabytes with our threads. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    /**
     * The serial collector keeps the smallest books and gives memory back; with a heap this size its pauses are a few
     * milliseconds. Both compilers stay on, for bookings have to be fast; but the slow one is kept waiting four times as
     * long as usual, or it spends two seconds of each start on code that runs only then. A process without memory ends,
     * and is started again, rather than limp on.
     */
    static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED", // the network library and Kafka use it; newer Java warns otherwise
            "-Dfile.encoding=UTF-8");

    private Jvm() {}

    /** For a program of this module; by the environment, or every listing of processes would be pages long. */
    static Map<String, String> withOurClasses() {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        return environment;
    }
}
