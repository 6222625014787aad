package org.comity.portal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.comity.portal.api.Json;
import org.comity.portal.form.Binding;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.StepPage;
import org.jspecify.annotations.Nullable;

/**
 * One page of drafting, described once: its fields, and its words in the list of tasks. A part that there are several of
 * has a page for each element of a list.
 */
public final class Part {

    private final String path;
    private final String list;
    private final Supplier<List<Field>> fields;
    private String group = "";
    private String task = "";
    private String taskHint = "";
    private String title = "";
    private String add = "";
    private String read = "";
    private String none = "";
    private BiFunction<@Nullable JsonNode, Integer, String> elementTitle = (element, at) -> title;
    private BiFunction<JsonNode, Integer, String> called = (element, at) -> "";
    private final List<String> intro = new ArrayList<>();
    private final List<String> insets = new ArrayList<>();
    private final List<String> carried = new ArrayList<>();
    private @Nullable Binding binding;
    private String pointer = "";
    private String input = "";
    private boolean optional;
    private @Nullable ToIntFunction<JsonNode> counted;
    private @Nullable String next;
    private @Nullable Function<StepPage, TemplateInstance> own;

    private Part(String path, String list, Supplier<List<Field>> fields) {
        this.path = path;
        this.list = list;
        this.fields = fields;
    }

    /** A page that there is once. */
    public static Part once(String path, String title, List<Field> fields) {
        Part part = new Part(path, "", () -> fields);
        part.title = title;
        return part;
    }

    /**
     * A page that there is once, whose choices cost a question to a service: its fields are made where it is shown.
     *
     * @param pointer of what is typed in it
     * @param input where a fault of that pointer is mended
     */
    public static Part asking(
            String path, String title, String pointer, String input, Binding binding, Supplier<List<Field>> fields) {
        Part part = new Part(path, "", fields);
        part.title = title;
        part.pointer = pointer;
        part.input = input;
        part.binding = binding;
        return part;
    }

    /**
     * A page for each element of a list.
     *
     * @param list the pointer of the list; the fields are named within its elements
     * @param title of the page of the list
     * @param add the words that lead to one more
     */
    public static Part several(String path, String list, String title, String add, List<Field> fields) {
        Part part = new Part(path, list, () -> fields);
        part.title = title;
        part.add = add;
        return part;
    }

    /** Its words in the list of tasks. */
    public Part task(String heading, String text, String hint) {
        this.group = heading;
        this.task = text;
        this.taskHint = hint;
        return this;
    }

    /** The heading of the page of an element, which is null for one more; and what the element is called beside others. */
    public Part elements(
            BiFunction<@Nullable JsonNode, Integer, String> heading, BiFunction<JsonNode, Integer, String> name) {
        this.elementTitle = heading;
        this.called = name;
        return this;
    }

    /** Is read under that title, in a card or over several; and what is said where there is none of several. */
    public Part read(String heading, String noneOfThem) {
        this.read = heading;
        this.none = noneOfThem;
        return this;
    }

    /** Sentences before the fields. */
    public Part intro(String... sentences) {
        intro.addAll(List.of(sentences));
        return this;
    }

    /** Sentences that stand out before the fields; an empty one is none. */
    public Part inset(String sentence) {
        insets.add(sentence);
        return this;
    }

    /** Need not be filled in. */
    public Part optional(boolean so) {
        this.optional = so;
        return this;
    }

    /** Is called otherwise. */
    public Part called(String heading) {
        this.title = heading;
        return this;
    }

    /** Carries on what its form says by that name. */
    public Part carrying(String name) {
        carried.add(name);
        return this;
    }

    /** Is told in the list of tasks by how many there are. */
    public Part counted(ToIntFunction<JsonNode> count) {
        this.counted = count;
        return this;
    }

    /** Leads on to that part, and not to the one that follows; empty for the list of tasks. */
    public Part then(String other) {
        this.next = other;
        return this;
    }

    /** Looks like that, and not as a page of drafting usually does. */
    public Part as(Function<StepPage, TemplateInstance> template) {
        this.own = template;
        return this;
    }

    // What follows from the description

    public String path() {
        return path;
    }

    String group() {
        return group;
    }

    String task() {
        return task;
    }

    String taskHint() {
        return taskHint;
    }

    String title() {
        return title;
    }

    String add() {
        return add;
    }

    boolean isRead() {
        return !read.isEmpty();
    }

    String read() {
        return read;
    }

    String none() {
        return none;
    }

    boolean isOptional() {
        return optional;
    }

    @Nullable
    String next() {
        return next;
    }

    public List<Field> fields() {
        return fields.get();
    }

    /** Whether it is known only where it is shown what there is to choose. */
    boolean isAsking() {
        return binding != null;
    }

    /** Whether that pointer is typed here, in a part whose fields are not known. */
    boolean isAt(String typed) {
        return !pointer.isEmpty() && (typed + "/").startsWith(pointer + "/");
    }

    String input() {
        return input;
    }

    boolean isSeveral() {
        return !list.isEmpty();
    }

    String list() {
        return list;
    }

    /** How many elements there are. */
    int count(JsonNode content) {
        return Json.elements(content, list).size();
    }

    /** How many the list of tasks tells; nothing for a part that is not counted. */
    @Nullable
    Integer told(JsonNode content) {
        if (counted != null) {
            return counted.applyAsInt(content);
        }
        return isSeveral() ? count(content) : null;
    }

    /** Whether enough is said for the part to count as done; what is really missing, the service says at submission. */
    boolean isDone(JsonNode content) {
        Integer several = told(content);
        if (several != null) {
            return several > 0;
        }
        List<Field> all = fields().stream().flatMap(Field::all).toList();
        return all.stream().anyMatch(Field::isNeeded)
                ? all.stream().filter(Field::isNeeded).allMatch(it -> isSaid(content, it))
                : all.stream().anyMatch(it -> isSaid(content, it));
    }

    private static boolean isSaid(JsonNode content, Field field) {
        return !field.name().isEmpty() && !Json.isNothing(Json.at(content, field.name()));
    }

    /** Whether two contents differ in it. */
    public boolean differs(JsonNode before, JsonNode after) {
        return isSeveral()
                ? !Json.at(before, list).equals(Json.at(after, list))
                : fields().stream()
                        .flatMap(Field::all)
                        .filter(it -> !it.name().isEmpty())
                        .anyMatch(it -> !same(it, Json.at(before, it.name()), Json.at(after, it.name())));
    }

    /** What is ticked has no order. */
    private static boolean same(Field field, JsonNode before, JsonNode after) {
        return field.kind() == Field.Kind.CHECKS
                ? Stream.of(before, after)
                                .map(it -> Json.texts(it, "").stream().sorted().toList())
                                .distinct()
                                .count()
                        == 1
                : Json.isNothing(before) ? Json.isNothing(after) : before.equals(after);
    }

    /** The heading of its page, or of the page of that element. */
    String title(JsonNode content, int at) {
        if (!isSeveral()) {
            return title;
        }
        return elementTitle.apply(at < count(content) ? element(content, at) : null, at);
    }

    /** What an element is called beside others. */
    String called(JsonNode content, int at) {
        return called.apply(element(content, at), at);
    }

    private JsonNode element(JsonNode content, int at) {
        return Json.elements(content, list).get(at);
    }

    /** What the fields are about: the content, or that element of it; one that says nothing where it is one more. */
    private ObjectNode about(JsonNode content, int at) {
        JsonNode one = isSeveral() ? at < count(content) ? element(content, at) : Json.object() : content;
        return one.deepCopy();
    }

    /** The form as the content has it; blank for one more. */
    public Form show(JsonNode content, int at) {
        Form form = Form.blank();
        ObjectNode about = about(content, at);
        bindings().forEach(it -> it.show(about, form));
        return form;
    }

    /** The content with what was typed; what cannot be read is a fault of the form. */
    public ObjectNode read(JsonNode content, int at, Form form, Page page) {
        ObjectNode about = about(content, at);
        bindings().forEach(it -> it.read(form, about, page));
        if (!isSeveral()) {
            return about;
        }
        List<JsonNode> elements = new ArrayList<>(Json.elements(content, list));
        if (at < elements.size()) {
            elements.set(at, about);
        } else {
            elements.add(about);
        }
        return with(content, Json.listOf(elements));
    }

    private List<Binding> bindings() {
        return binding == null ? fields().stream().map(Field::binding).toList() : List.of(binding);
    }

    /** The content without that element. */
    ObjectNode without(JsonNode content, int at) {
        List<JsonNode> elements = new ArrayList<>(Json.elements(content, list));
        elements.remove(at);
        return with(content, Json.listOf(elements));
    }

    private ObjectNode with(JsonNode content, ArrayNode elements) {
        ObjectNode changed = content.deepCopy();
        Json.put(changed, list, elements);
        return changed;
    }

    /** What the page asks. */
    Asked asked(String heading, String save, String later) {
        Asked asked = Asked.of(heading, save).fields(fields());
        carried.forEach(asked::carrying);
        intro.forEach(asked::text);
        insets.forEach(asked::inset);
        if (!later.isEmpty()) {
            asked.button(later, "then", "tasks");
        }
        return own == null ? asked : asked.as(Objects.requireNonNull(own));
    }

    /** What is said in an element, in short. */
    List<Field.Answer> answers(JsonNode content, int at, Page page) {
        return allAnswers(content, at, page).stream()
                .filter(it -> !it.value().isEmpty())
                .toList();
    }

    /** The same, with what is not said. */
    List<Field.Answer> allAnswers(JsonNode content, int at, Page page) {
        ObjectNode about = about(content, at);
        return fields().stream().flatMap(it -> it.answers(about, page).stream()).toList();
    }
}
