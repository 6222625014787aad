package org.comity.kernel.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain path in a JSON answer, such as {@code threads[0].clock.dueAt}, without RestAssured, which compiles a Groovy
 * script for each path that a test names. RestAssured reads every other path, and has the last word: what a test expects
 * and does not find here, RestAssured looks for again and tells.
 */
final class PlainPaths implements InvocationHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLAIN = Pattern.compile("\\$|[a-zA-Z]\\w*(\\[\\d+])*(\\.[a-zA-Z]\\w*(\\[\\d+])*)*");
    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|\\w+");

    /** RestAssured's answers are both. */
    private static final Class<?>[] ANSWER = {Response.class, ExtractableResponse.class};

    private final Object told;
    private final Body body;

    private PlainPaths(Object told, Body body) {
        this.told = told;
        this.body = body;
    }

    /** The answer, of which plain paths are read so. */
    static Response in(Response answer) {
        String type = answer.contentType();
        return type != null && type.contains("json") ? (Response) of(answer, new Body(answer), ANSWER) : answer;
    }

    private static Object of(Object told, Body body, Class<?>... types) {
        return Proxy.newProxyInstance(PlainPaths.class.getClassLoader(), types, new PlainPaths(told, body));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        if (given != null
                && given[0] instanceof String path
                && PLAIN.matcher(path).matches()) {
            if (method.getName().equals("body") && isAsExpected(path, given)) {
                return proxy;
            }
            if (method.getName().equals("path")) {
                Optional<Object> found = body.at(path);
                if (found.filter(PlainPaths::isRead).isPresent()) {
                    return found.get();
                }
            }
        }
        try {
            return asThis(method.invoke(told, given), proxy);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean isAsExpected(String path, Object[] given) {
        return given.length == 3
                && given[1] instanceof org.hamcrest.Matcher<?> expected
                && given[2] instanceof Object[] more
                && more.length == 0
                && body.at(path).filter(expected::matches).isPresent();
    }

    /** RestAssured reads fractions as another type, and objects as maps of its own. */
    private static boolean isRead(Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private @Nullable Object asThis(@Nullable Object result, Object proxy) {
        if (result == told) {
            return proxy;
        }
        return switch (result) {
            case ValidatableResponse then -> of(then, body, ValidatableResponse.class);
            case Response answer -> of(answer, body, ANSWER);
            case null, default -> result;
        };
    }

    /** What a JSON answer holds, read when it is first asked for. */
    private static final class Body {

        private final Response answer;
        private @Nullable Object root;

        Body(Response answer) {
            this.answer = answer;
        }

        /** What stands at a path; empty where nothing does, or null. */
        Optional<Object> at(String path) {
            try {
                if (root == null) {
                    root = JSON.readValue(answer.asByteArray(), Object.class);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Object value = root;
            Matcher steps = STEP.matcher(path);
            while (!path.equals("$") && value != null && steps.find()) {
                value = steps.group(1) == null
                        ? member(value, steps.group())
                        : place(value, Integer.parseInt(steps.group(1)));
            }
            return Optional.ofNullable(value);
        }

        /** Of a list that of each that is there, as Groovy has it. */
        private static @Nullable Object member(Object of, String name) {
            if (of instanceof List<?> list) {
                List<@Nullable Object> members = new ArrayList<>();
                list.stream().filter(Objects::nonNull).forEach(each -> members.add(member(each, name)));
                return members;
            }
            return of instanceof Map<?, ?> map ? map.get(name) : null;
        }

        private static @Nullable Object place(Object in, int place) {
            return in instanceof List<?> list && place < list.size() ? list.get(place) : null;
        }
    }
}
