package org.goldenbridge.acceptance.network;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one network of their JVM, started by the first that asks and stopped after the last. */
public final class OnStage implements BeforeAllCallback, ParameterResolver {
    private static final Path FOLDER = Path.of("target", "network-" + System.getProperty("goldenbridge.fork", "1"));

    @Override
    public void beforeAll(ExtensionContext context) {
        stage(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Stage.class || type == Desk.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var desk = desk(context);
        return parameter.getParameter().getType() == Desk.class ? desk : desk.stage();
    }

    private static Stage stage(ExtensionContext context) {
        return desk(context).stage();
    }

    private static Desk desk(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("goldenbridge", key -> new Desk(Stage.withKillPoints(FOLDER)), Desk.class);
    }
}
