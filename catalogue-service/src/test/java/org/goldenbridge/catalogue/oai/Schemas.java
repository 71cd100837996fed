package org.goldenbridge.catalogue.oai;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The schemas of OAI-PMH and of the metadata, read from files only. Those in the project's own folder are always used; the
 * originals beside the clone, when they lie there, as well.
 */
final class Schemas {
    private static final DOMImplementationLS LOADER = loader();
    private static final List<Schema> SCHEMAS = load();

    private Schemas() {}

    private static DOMImplementationLS loader() {
        try {
            return (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS 3.0");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Schema> load() {
        var folders = new ArrayList<Path>();
        folders.add(Path.of("src", "test", "resources", "schemas"));
        var here = Path.of("").toAbsolutePath();
        Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("schemas"))
                .filter(folder -> Files.exists(folder.resolve("oai-all.xsd")))
                .findFirst()
                .ifPresent(folders::add);
        System.out.println("Schemas for OAI-PMH: " + folders.size() + " set(s)");
        return folders.stream().map(Schemas::load).toList();
    }

    private static Schema load(Path folder) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> local(folder, systemId));
            return factory.newSchema(folder.resolve("oai-all.xsd").toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whatever address a schema is known under, its file has the same name. */
    private static LSInput local(Path folder, String systemId) {
        try {
            var file = folder.resolve(systemId.substring(systemId.lastIndexOf('/') + 1));
            var input = LOADER.createLSInput();
            input.setSystemId(file.toUri().toString());
            // xml.xsd names the grammar that schemas themselves once had
            input.setCharacterStream(new StringReader(systemId.endsWith(".dtd") ? "" : Files.readString(file)));
            return input;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no file for the schema " + systemId, e);
        }
    }

    /** Fails when the document breaks a schema. */
    static void validate(String document) {
        for (var schema : SCHEMAS) {
            try {
                schema.newValidator().validate(new StreamSource(new StringReader(document)));
            } catch (SAXException | IOException e) {
                throw new AssertionError(e.getMessage() + " in " + document, e);
            }
        }
    }
}
