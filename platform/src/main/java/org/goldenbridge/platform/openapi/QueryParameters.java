package org.goldenbridge.platform.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;

/** Describes query parameters as generators of clients need them: lists as arrays, words as enums of strings. */
final class QueryParameters {
    private static final DotName LIST = DotName.createSimple(ListOf.class);
    private static final DotName QUERY = DotName.createSimple(QueryParam.class);
    private static final DotName BEAN = DotName.createSimple(BeanParam.class);

    private final IndexView index;

    QueryParameters(IndexView index) {
        this.index = index;
    }

    /** @param source class and method, {@code org.goldenbridge.desk.SeatResource_take} */
    void describe(String source, Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        var lists = lists(source);
        for (var parameter : operation.getParameters()) {
            if (parameter.getIn() == Parameter.In.QUERY && parameter.getSchema() != null) {
                var list = lists.get(parameter.getName());
                if (list != null) {
                    describeList(parameter, list);
                } else if (parameter.getSchema().getEnumeration() != null) {
                    // The scanner sees the converter of an enum and adds that it may be an object.
                    parameter.getSchema().setType(List.of(Schema.SchemaType.STRING));
                    Shapes.writeWords(parameter.getSchema());
                }
            }
        }
    }

    private Map<String, AnnotationInstance> lists(String source) {
        var split = source.lastIndexOf('_');
        var lists = new HashMap<String, AnnotationInstance>();
        index.getClassByName(DotName.createSimple(source.substring(0, split))).methods().stream()
                .filter(method -> method.name().equals(source.substring(split + 1)))
                .forEach(method -> collect(method, lists));
        return lists;
    }

    private void collect(MethodInfo method, Map<String, AnnotationInstance> lists) {
        method.parameters().forEach(parameter -> collect(parameter, lists));
        method.parameters().stream()
                .filter(parameter -> parameter.hasAnnotation(BEAN))
                .map(parameter -> index.getClassByName(parameter.type().name()))
                .filter(Objects::nonNull)
                .flatMap(bean -> bean.fields().stream())
                .forEach(field -> collect(field, lists));
    }

    private static void collect(AnnotationTarget target, Map<String, AnnotationInstance> lists) {
        var query = target.annotation(QUERY);
        var list = target.annotation(LIST);
        if (query != null && list != null) {
            lists.put(query.value().asString(), list);
        }
    }

    private void describeList(Parameter parameter, AnnotationInstance list) {
        var text = parameter.getSchema();
        var value = list.value();
        var atMost = list.value("atMost");
        var array = OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description(text.getDescription())
                .items(item(
                        value == null
                                ? DotName.createSimple(String.class)
                                : value.asClass().name(),
                        text))
                .minItems(1)
                .maxItems(atMost == null ? 20 : atMost.asInt())
                .uniqueItems(true);
        if (text.getExamples() != null) {
            array.setExamples(text.getExamples().stream()
                    .<Object>map(example -> List.of(example.toString().split(",")))
                    .toList());
        }
        var also = list.value("also");
        if (also != null && array.getItems().getEnumeration() != null) {
            array.getItems().addEnumeration(also.asString());
        }
        parameter.schema(array).style(Parameter.Style.FORM).explode(false);
    }

    private Schema item(DotName type, Schema text) {
        var item = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        var known = index.getClassByName(type);
        if (type.toString().equals(UUID.class.getName())) {
            return item.format("uuid");
        }
        if (known == null) {
            return item.pattern(text.getPattern());
        }
        return item.enumeration(words(known));
    }

    private static List<Object> words(ClassInfo type) {
        return type.isEnum()
                ? type.enumConstants().stream()
                        .<Object>map(it -> Shapes.word(it.name()))
                        .toList()
                : type.recordComponents().stream()
                        .<Object>map(RecordComponentInfo::name)
                        .toList();
    }
}
