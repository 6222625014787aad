package org.comity.kernel.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.PlainText;

/**
 * The texts that a service takes in the bodies of its requests, found from its resources down to the last record, so
 * that no text can come in that nothing bounds and nobody looks at (docs/rules.md R-283).
 */
public final class RequestTexts {

    private final SortedSet<String> unchecked = new TreeSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private RequestTexts() {}

    /** Those that carry neither {@link PlainText} nor a {@link Pattern}, as {@code Record.component}. */
    public static SortedSet<String> unchecked(String basePackage) {
        RequestTexts texts = new RequestTexts();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(basePackage).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        // what the compiler made of a lambda takes no body
                        .filter(method -> !method.isSynthetic())
                        .flatMap(RequestTexts::bodies)
                        .forEach(texts::look);
        return texts.unchecked;
    }

    private static Stream<Class<?>> bodies(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> !isOutsideTheBody(parameter))
                .map(Parameter::getType)
                // what stands in the address and in headers, together
                .filter(type -> Arrays.stream(type.getDeclaredFields()).noneMatch(RequestTexts::isOutsideTheBody));
    }

    private static boolean isOutsideTheBody(AnnotatedElement part) {
        return Arrays.stream(part.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().contains(".ws.rs."));
    }

    private void look(Class<?> type) {
        // a code checks itself
        if (!type.isRecord() || type == StateCode.class || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = type.getSimpleName() + "." + component.getName();
            boolean isChecked = isPlain(component.getAnnotations())
                    || isPlain(component.getAccessor().getAnnotations())
                    || isPlain(field(type, component));
            look(component.getAnnotatedType(), name, isChecked);
        }
    }

    private static Annotation[] field(Class<?> type, RecordComponent component) {
        try {
            return type.getDeclaredField(component.getName()).getAnnotations();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("each component has its field", e);
        }
    }

    private void look(AnnotatedType annotated, String name, boolean isChecked) {
        Type type = annotated.getType();
        if (type == String.class && !isChecked && !isPlain(annotated.getAnnotations())) {
            unchecked.add(name);
        }
        if (type instanceof Class<?> one) {
            look(one);
        }
        if (type instanceof ParameterizedType && annotated instanceof AnnotatedParameterizedType several) {
            for (AnnotatedType element : several.getAnnotatedActualTypeArguments()) {
                look(element, name, false);
            }
        }
    }

    private static boolean isPlain(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(each -> each instanceof PlainText || each instanceof Pattern);
    }
}
