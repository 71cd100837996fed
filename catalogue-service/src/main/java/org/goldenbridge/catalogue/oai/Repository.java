package org.goldenbridge.catalogue.oai;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who we are to harvesters: our name, address and identifiers. */
@Startup // so that a setting that no harvester could use is noticed at once
@Singleton
class Repository {
    private static final Pattern DOMAIN = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z][a-zA-Z0-9-]*)+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@([^\\s@.]+\\.)+[^\\s@.]+");
    private static final Pattern RECORD_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final String name;
    private final String baseUrl;
    private final String adminEmail;
    private final String namespace;

    /**
     * @param adminEmail where harvesters write when something is wrong
     * @param namespace the domain name in our identifiers (OAI identifier format 2.0); it must never change
     */
    Repository(
            @ConfigProperty(name = "goldenbridge.public-url") String publicUrl,
            @ConfigProperty(name = "goldenbridge.oai.repository-name") String name,
            @ConfigProperty(name = "goldenbridge.oai.admin-email") String adminEmail,
            @ConfigProperty(name = "goldenbridge.oai.namespace-identifier") String namespace) {
        this.name = name;
        this.baseUrl = publicUrl + "/oai";
        this.adminEmail = checked("goldenbridge.oai.admin-email", adminEmail, EMAIL);
        this.namespace = checked("goldenbridge.oai.namespace-identifier", namespace, DOMAIN);
    }

    private static String checked(String setting, String value, Pattern syntax) {
        if (!syntax.matcher(value).matches()) {
            throw new IllegalArgumentException(setting + " does not have the form that harvesters need: " + value);
        }
        return value;
    }

    String name() {
        return name;
    }

    String baseUrl() {
        return baseUrl;
    }

    String adminEmail() {
        return adminEmail;
    }

    String namespace() {
        return namespace;
    }

    /** The identifier of a record for harvesters. */
    String identifier(String recordId) {
        return "oai:" + namespace + ":" + recordId;
    }

    /** Which record an identifier means, when it has the form of ours. */
    Optional<UUID> recordOf(String identifier) {
        var prefix = identifier("");
        return Optional.of(identifier)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(id -> RECORD_ID.matcher(id).matches())
                .map(UUID::fromString);
    }
}
