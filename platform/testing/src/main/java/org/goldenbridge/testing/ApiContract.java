package org.goldenbridge.testing;

import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The API description as it was agreed, which a service must not change unnoticed. */
public final class ApiContract {
    private ApiContract() {}

    /**
     * Fails when the description of the running service is not the committed one. With {@code -Dcontracts.update=true} the
     * file is written instead; its difference is then reviewed as every other change is.
     */
    public static void mustHold(String service) throws IOException {
        var live = given().get("/openapi/" + service).statusCode(200).asString();
        var file = Path.of("..", "contracts", "openapi", service + ".yaml");
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, live, StandardCharsets.UTF_8);
        }
        var agreed = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        assertEquals(
                agreed,
                live,
                "The API changed. When that is meant, run the test with -Dcontracts.update=true and commit " + file);
    }
}
