package org.goldenbridge.local.demo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** Reads the files under {@code demo/}. A field that is not known is an error, so that a slip of the pen shows. */
final class DemoFiles {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addDeserializer(LocalDate.class, parsed(LocalDate.class, LocalDate::parse))
                    .addDeserializer(LocalTime.class, parsed(LocalTime.class, LocalTime::parse))
                    .addDeserializer(MonthDay.class, parsed(MonthDay.class, day -> MonthDay.parse("--" + day)))
                    .addDeserializer(ZoneId.class, parsed(ZoneId.class, ZoneId::of)))
            .build();

    private DemoFiles() {}

    static Network read() {
        var contents = read("contents", new TypeReference<Network.Contents>() {});
        return new Network(
                contents.administrator(),
                contents.centres().stream().map(DemoFiles::centre).toList(),
                read("partners", new TypeReference<>() {}),
                read("agreements", new TypeReference<>() {}),
                read("venues", new TypeReference<>() {}),
                read("programmes", new TypeReference<>() {}),
                read("cancellations", new TypeReference<>() {}));
    }

    static DemoCatalogue catalogue() {
        var contents = read("catalogue/contents", new TypeReference<DemoCatalogue.Contents>() {});
        return new DemoCatalogue(
                contents.cataloguers(),
                contents.sources(),
                contents.files(),
                read("catalogue/items", new TypeReference<>() {}));
    }

    private static Centre centre(Network.Contents.Folder folder) {
        var events = folder.programme().stream()
                .map(file -> read(folder.id() + "/programme/" + file, new TypeReference<List<Event>>() {}))
                .flatMap(List::stream)
                .toList();
        return new Centre(
                folder.manager(),
                folder.clerk(),
                read(folder.id() + "/centre", new TypeReference<>() {}),
                read(folder.id() + "/spaces", new TypeReference<>() {}),
                read(folder.id() + "/equipment", new TypeReference<>() {}),
                read(folder.id() + "/closures", new TypeReference<>() {}),
                read(folder.id() + "/visitors", new TypeReference<>() {}),
                events);
    }

    private static <T> T read(String file, TypeReference<T> type) {
        var path = "/demo/" + file + ".yaml";
        try (var in = DemoFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The file " + path + " of the demo network is missing.");
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " of the demo network cannot be read.", e);
        }
    }

    private static <T> StdDeserializer<T> parsed(Class<T> type, Function<String, T> parse) {
        return new StdDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return parse.apply(parser.getText());
            }
        };
    }
}
