package org.comity.kernel.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The routes of a service, as its file in openapi/ says and as its resource classes do. */
public final class ServedRoutes {

    private static final List<Class<? extends java.lang.annotation.Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private ServedRoutes() {}

    /** The routes of the file, such as {@code GET /denials/v1/denials}. */
    public static Set<String> inFile(Path file) throws IOException {
        Set<String> routes = new TreeSet<>();
        paths(file).properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
            if (METHODS.stream().anyMatch(method -> method.getSimpleName().equalsIgnoreCase(verb))) {
                routes.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
            }
        }));
        return routes;
    }

    /** The paths of the file. */
    public static Set<String> pathsInFile(Path file) throws IOException {
        Set<String> paths = new TreeSet<>();
        paths(file).fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    /** The routes of the resource classes below a package. */
    public static Set<String> ofResources(String packageName) {
        Set<String> routes = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packageName)) {
            if (resource.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
                String root =
                        resource.getAnnotationOfType(jakarta.ws.rs.Path.class).value();
                resource.getAllMethods().forEach(method -> add(routes, root, method));
            }
        }
        return routes;
    }

    private static void add(Set<String> routes, String root, JavaMethod method) {
        for (Class<? extends java.lang.annotation.Annotation> verb : METHODS) {
            if (method.isAnnotatedWith(verb)) {
                String sub = method.isAnnotatedWith(jakarta.ws.rs.Path.class)
                        ? "/"
                                + method.getAnnotationOfType(jakarta.ws.rs.Path.class)
                                        .value()
                                        .replaceFirst("^/", "")
                        : "";
                routes.add(verb.getSimpleName() + " " + root + sub);
            }
        }
    }

    private static JsonNode paths(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile()).get("paths");
    }
}
