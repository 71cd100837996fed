package org.goldenbridge.platform.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads the body of a form (application/x-www-form-urlencoded, WHATWG URL, 5.1) in UTF-8. A broken escape is the sender's
 * mistake and answers 400; the framework's own reader fails on it.
 */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class FormReader implements ServerMessageBodyReader<MultivaluedMap<String, String>> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return MultivaluedMap.class.equals(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return MultivaluedMap.class.equals(type);
    }

    @Override
    public MultivaluedMap<String, String> readFrom(
            Class<MultivaluedMap<String, String>> type, Type generic, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(context.getInputStream());
    }

    @Override
    public MultivaluedMap<String, String> readFrom(
            Class<MultivaluedMap<String, String>> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(body);
    }

    private static MultivaluedMap<String, String> read(InputStream body) throws IOException {
        var form = new MultivaluedHashMap<String, String>();
        for (var field : new String(body.readAllBytes(), StandardCharsets.UTF_8).split("&", -1)) {
            if (!field.isEmpty()) {
                var equals = field.indexOf('=');
                form.add(
                        decoded(equals < 0 ? field : field.substring(0, equals)),
                        equals < 0 ? "" : decoded(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(
                    "invalid-request", "The form has an escape that is not % and two hexadecimal digits.");
        }
    }
}
