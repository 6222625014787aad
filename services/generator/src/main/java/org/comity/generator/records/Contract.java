package org.comity.generator.records;

import java.util.Map;
import org.comity.generator.SourceFault;
import org.yaml.snakeyaml.Yaml;

/** The schemas of an OpenAPI file. */
final class Contract {

    private static final String REFERENCE = "#/components/schemas/";

    private final String name;
    private final Map<String, Object> schemas;

    private Contract(String name, Map<String, Object> schemas) {
        this.name = name;
        this.schemas = schemas;
    }

    static Contract read(String name, String yaml) {
        Map<String, Object> root = new Yaml().load(yaml);
        return new Contract(name, Schema.map(Schema.map(root.get("components")).get("schemas")));
    }

    /** The schema of that name, or the one that a property of it holds, such as {@code Import.changes}. */
    Schema at(String path) {
        String[] steps = path.split("\\.");
        Schema found = named(steps[0]);
        for (int at = 1; at < steps.length; at++) {
            Schema property = found.properties().get(steps[at]);
            if (property == null) {
                throw new SourceFault(name + ": there is no " + path);
            }
            found = property.isList() ? property.items() : property;
        }
        return found;
    }

    /** The schema that is meant: itself, or the one that it refers to. */
    Schema meant(Schema schema) {
        String reference = schema.text("$ref");
        return reference.isEmpty() ? schema : named(nameOf(reference));
    }

    /** What a reference names; empty where the schema is none. */
    static String nameOf(String reference) {
        return reference.isEmpty() ? "" : reference.substring(REFERENCE.length());
    }

    private Schema named(String schema) {
        if (!schemas.containsKey(schema)) {
            throw new SourceFault(name + ": there is no schema " + schema);
        }
        return new Schema(Schema.map(schemas.get(schema)));
    }
}
