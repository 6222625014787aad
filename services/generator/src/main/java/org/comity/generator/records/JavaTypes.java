package org.comity.generator.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.comity.generator.SourceFault;
import org.jspecify.annotations.Nullable;

/**
 * The Java types of all contracts of a module.
 *
 * <p>A schema that is not listed is named as the contract names it; one without a name is a type within its owner, named by
 * the property. A code list without a name that is not listed stays a string.
 */
final class JavaTypes {

    private final Map<Schema, String> names = new HashMap<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final TreeSet<String> imports = new TreeSet<>(List.of(
            "com.fasterxml.jackson.annotation.JsonInclude",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "com.fasterxml.jackson.databind.JsonNode",
            "java.math.BigDecimal",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.util.List",
            "java.util.UUID",
            "org.jspecify.annotations.Nullable"));

    /** Adds what a module takes from a contract. */
    void add(Contract contract, List<ListedType> list) {
        for (ListedType listed : list) {
            for (String path : listed.schemas()) {
                names.put(contract.at(path), nameOf(listed));
            }
        }
        for (ListedType listed : list) {
            Schema first = contract.at(listed.schemas().getFirst());
            if (!listed.exists()) {
                define(contract, listed.name(), first, listed.implemented());
            }
            for (String path : listed.schemas()) {
                if (!first.covers(contract.at(path))) {
                    throw new SourceFault(listed.name() + " cannot say all that " + path + " says");
                }
            }
        }
    }

    /** A type of another package is imported. */
    private String nameOf(ListedType listed) {
        if (!Character.isLowerCase(listed.name().charAt(0))) {
            return listed.name();
        }
        imports.add(listed.name());
        return listed.name().substring(listed.name().lastIndexOf('.') + 1);
    }

    private void define(Contract contract, String name, Schema schema, @Nullable String implemented) {
        if (definitions.containsKey(name)) {
            throw new SourceFault("There are two types " + name);
        }
        if (schema.isCodes()) {
            definitions.put(name, new Definition.Codes(schema.text("description"), implemented, schema.codes()));
            return;
        }
        List<Definition.Field> fields = new ArrayList<>();
        definitions.put(name, new Definition.Fields(schema.text("description"), implemented, fields));
        schema.properties()
                .forEach((property, said) -> fields.add(new Definition.Field(
                        property,
                        type(contract, said, name + "." + capital(property), schema.requires(property)),
                        schema.requires(property),
                        said.text("description"))));
    }

    /** The Java type of what a schema describes; one that is not there yet is defined, as {@code within} unless it has a name. */
    private String type(Contract contract, Schema said, String within, boolean required) {
        Schema schema = contract.meant(said);
        String own = Contract.nameOf(said.text("$ref"));
        if (names.containsKey(schema)) {
            return names.get(schema);
        }
        if (schema.isList()) {
            return "List<" + type(contract, schema.items(), within, false) + ">";
        }
        if (schema.isObject() || schema.isCodes() && !own.isEmpty()) {
            String name = own.isEmpty() ? within : own;
            names.put(schema, name);
            define(contract, name, schema, null);
            return name;
        }
        return switch (schema.text("type")) {
            case "string" -> string(schema.text("format"));
            case "integer" -> number(schema.isLong(), required);
            case "number" -> "BigDecimal";
            case "boolean" -> required ? "boolean" : "Boolean";
            case "" -> "JsonNode";
            default -> throw new SourceFault(within + " has a type that is not known: " + schema.text("type"));
        };
    }

    private static String string(String format) {
        return switch (format) {
            case "date" -> "LocalDate";
            case "date-time" -> "Instant";
            case "uuid" -> "UUID";
            default -> "String";
        };
    }

    private static String number(boolean isLong, boolean required) {
        if (isLong) {
            return required ? "long" : "Long";
        }
        return required ? "int" : "Integer";
    }

    private static String capital(String property) {
        return Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }

    /** The types that have a file of their own. */
    List<String> outermost() {
        return definitions.keySet().stream()
                .map(it -> it.split("\\.")[0])
                .distinct()
                .toList();
    }

    /** The definition of a type; none of one that only holds others. */
    @Nullable
    Definition definition(String name) {
        return definitions.get(name);
    }

    /** The types that are declared within another one. */
    List<String> within(String name) {
        return definitions.keySet().stream()
                .filter(it -> it.startsWith(name + "."))
                .filter(it -> it.indexOf('.', name.length() + 1) < 0)
                .toList();
    }

    /** What any of the types may have to import. */
    List<String> imports() {
        return List.copyOf(imports);
    }
}
