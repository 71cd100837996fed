package org.goldenbridge.acceptance.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** Gives a service its kill points at its start, and arms them one at a time. */
public final class KillSwitch {
    private final Path folder;

    /** Keeps the agent and the armed points in that folder. */
    public KillSwitch(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            writeAgent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The argument with which a Java machine gets the kill points. */
    public String jvmArgument() {
        return "-javaagent:" + agent() + "=" + folder;
    }

    /** The next process that comes to the point dies there. */
    public void arm(KillPoint point) {
        try {
            Files.createFile(folder.resolve(point.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nobody has come to the point since it was armed. */
    public boolean isArmed(KillPoint point) {
        return Files.exists(folder.resolve(point.name()));
    }

    /** Nobody dies any more. */
    public void disarm() {
        try {
            for (var point : KillPoint.values()) {
                Files.deleteIfExists(folder.resolve(point.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path agent() {
        return folder.resolve("kill-agent.jar");
    }

    /** A jar of a manifest alone, which leads to the compiled tests and to ByteBuddy where they are. */
    private void writeAgent() throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Premain-Class"), KillAgent.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, whereIs(KillAgent.class) + " " + whereIs(ByteBuddy.class));
        new JarOutputStream(Files.newOutputStream(agent()), manifest).close();
    }

    private static String whereIs(Class<?> type) {
        try {
            return type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
