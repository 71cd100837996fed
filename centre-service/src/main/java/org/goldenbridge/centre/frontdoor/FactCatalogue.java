package org.goldenbridge.centre.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goldenbridge.platform.outbox.Topic;
import org.jspecify.annotations.Nullable;

/** The topics and facts as contracts/asyncapi.yaml has them. */
@Singleton
class FactCatalogue {
    private static final Pattern FILE = Pattern.compile("[a-z0-9.-]+\\.(schema|example)\\.json");

    private final List<Topic> topics = new ArrayList<>();

    FactCatalogue() {
        try (var file = document()) {
            var api = new YAMLMapper().readTree(file);
            api.get("channels").forEach(channel -> topics.add(topic(api, channel)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A topic, for people.
     *
     * @param name its name
     * @param description owner, key and content, and how long it is kept
     * @param partitions into how many it is divided
     * @param messages what is told on it
     */
    record Topic(String name, String description, int partitions, List<Message> messages) {}

    /**
     * A message on a topic.
     *
     * @param name the type of the fact
     * @param summary when it is told
     * @param hasSchema whether there are a schema and an example to be read
     */
    record Message(String name, String summary, boolean hasSchema) {}

    private static Topic topic(JsonNode api, JsonNode channel) {
        var messages = new ArrayList<Message>();
        channel.get("messages").forEach(reference -> {
            var message = api.at(reference.get("$ref").asText().substring(1));
            var name = message.get("name").asText();
            messages.add(new Message(
                    name, message.get("summary").asText(), resource("facts/" + name + ".schema.json") != null));
        });
        return new Topic(
                channel.get("address").asText(),
                channel.get("description").asText(),
                api.at(channel.at("/bindings/kafka/$ref").asText().substring(1))
                        .get("partitions")
                        .asInt(),
                List.copyOf(messages));
    }

    List<Topic> topics() {
        return List.copyOf(topics);
    }

    final InputStream document() {
        return Objects.requireNonNull(resource("asyncapi.yaml"));
    }

    Optional<InputStream> file(String name) {
        return FILE.matcher(name).matches() ? Optional.ofNullable(resource("facts/" + name)) : Optional.empty();
    }

    private static @Nullable InputStream resource(String name) {
        return FactCatalogue.class.getResourceAsStream("/contracts/" + name);
    }
}
