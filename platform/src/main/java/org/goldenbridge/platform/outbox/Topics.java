package org.goldenbridge.platform.outbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Creates the topics that this service owns, beside the start, and again and again while Kafka is away. */
@Singleton
class Topics {
    private static final Logger LOG = Logger.getLogger(Topics.class);

    private final Map<String, Object> kafka;
    private final List<Topic> owned;
    private final Optional<Short> replicas;

    Topics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @All List<Topic> owned,
            @ConfigProperty(name = "goldenbridge.topic-replicas") Optional<Short> replicas) {
        this.kafka = kafka;
        this.owned = owned;
        this.replicas = replicas;
    }

    void create(@Observes StartupEvent event) {
        var thread = new Thread(this::createUntilDone, "topics");
        thread.setDaemon(true);
        thread.start();
    }

    private void createUntilDone() {
        var settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        try (var admin = Admin.create(settings)) {
            while (true) {
                try {
                    for (var topic : owned) {
                        create(admin, topic);
                    }
                    return;
                } catch (ExecutionException | TimeoutException e) {
                    LOG.warnf("Topics cannot be created yet: %s", e.getMessage());
                    Thread.sleep(1_000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(Admin admin, Topic topic) throws InterruptedException, ExecutionException, TimeoutException {
        var settings = topic.keptFor() == null
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(topic.keptFor().toMillis()));
        var wanted = new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas).configs(settings);
        try {
            admin.createTopics(List.of(wanted)).all().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
