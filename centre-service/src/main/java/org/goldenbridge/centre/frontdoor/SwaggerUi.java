package org.goldenbridge.centre.frontdoor;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Where the pieces of Swagger UI are served from: its version is in the path, so that they can be cached. */
@Singleton
class SwaggerUi {
    private final String path;

    SwaggerUi() {
        var maven = new Properties();
        try (var file = Objects.requireNonNull(
                SwaggerUi.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties"))) {
            maven.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        path = "/webjars/swagger-ui/" + maven.getProperty("version");
    }

    String path() {
        return path;
    }
}
