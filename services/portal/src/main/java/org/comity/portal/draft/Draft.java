package org.comity.portal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.portal.api.Refusal;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Step;

/**
 * A content that is being drafted, with the parts in which it is typed. Where a part leads on to, what is done, what
 * changed and where a fault is mended follow from them.
 *
 * @param base where the parts have their addresses; empty before there is a draft
 */
public record Draft(String base, List<Part> parts, ObjectNode content, Page page) {

    /** The page that checks all of it, among the parts. */
    public static final String CHECK = "check";

    /** A place in the draft: a part, and which of several; one more is behind the last. */
    public record Place(Part part, int at) {}

    /** Tasks under one heading. */
    public record Group(String title, List<Task> tasks) {}

    /**
     * One task.
     *
     * @param href where it is done; empty when it cannot be yet
     * @param tag whether the status calls for something
     */
    public record Task(String name, String text, String hint, String href, String status, boolean tag) {
        /** Cannot be done yet. */
        public boolean isLater() {
            return href.isEmpty();
        }
    }

    /**
     * What it says, to be read.
     *
     * @param changed the parts that differ from what stands
     * @param withheld why a field is kept back; nothing where it is not
     */
    public List<Reading> reading(Set<String> changed, Function<String, Value> withheld) {
        return Reading.of(this, changed, withheld);
    }

    /** The part at that path. */
    Optional<Part> part(String path) {
        return parts.stream().filter(it -> it.path().equals(path)).findFirst();
    }

    /** The parts in which this differs from what stands. */
    public Set<String> changed(JsonNode before) {
        Set<String> changed = new LinkedHashSet<>();
        parts.stream().filter(it -> it.differs(before, content)).forEach(it -> changed.add(it.path()));
        return changed;
    }

    /** Where one goes on to after a part: to the page of its list, to the part that follows, or where the part says. */
    String after(Part part) {
        return part.isSeveral() ? address(part.path()) : afterAll(part);
    }

    /** The same after the last of several. */
    String afterAll(Part part) {
        if (part.next() != null) {
            return address(part.next());
        }
        int following = parts.stream().map(Part::path).toList().indexOf(part.path()) + 1;
        return address(following < parts.size() ? parts.get(following).path() : CHECK);
    }

    private String address(String path) {
        return path.isEmpty() ? base : base + "/" + path;
    }

    /** The address of a place. */
    String address(Place place) {
        String path = place.part().path();
        if (!place.part().isSeveral()) {
            return address(path);
        }
        return address(path) + "/" + (place.at() < place.part().count(content) ? String.valueOf(place.at()) : "new");
    }

    /**
     * Where a fault of that pointer is mended.
     *
     * @param input the name of the input; empty for the part as a whole
     */
    public record Typed(Place place, String input, String label) {}

    /** Where that pointer is typed; nothing where no part asks for it. */
    public Optional<Typed> typed(String pointer) {
        String at = pointer.replaceFirst("^/", "");
        for (Part part : parts) {
            if (part.isSeveral() && (at + "/").startsWith(part.list() + "/")) {
                return Optional.of(inElement(part, at.substring(part.list().length())));
            }
        }
        for (Part part : parts) {
            if (part.isAt(at)) {
                return Optional.of(new Typed(new Place(part, 0), part.input(), part.title()));
            }
        }
        for (Part part : parts) {
            if (!part.isSeveral() && !part.isAsking()) {
                Form form = part.show(content, 0);
                Optional<Field> field = Faults.field(part.fields(), form, at);
                if (field.isPresent()) {
                    return Optional.of(new Typed(
                            new Place(part, 0),
                            Faults.input(field.get()),
                            field.get().label()));
                }
            }
        }
        return Optional.empty();
    }

    private Typed inElement(Part part, String within) {
        String[] parts = within.split("/", 3);
        if (parts.length < 2 || !parts[1].matches("\\d{1,3}")) {
            return new Typed(new Place(part, -1), "", part.title());
        }
        Place place = new Place(part, Integer.parseInt(parts[1]));
        if (parts.length == 2) {
            return new Typed(place, "", part.title());
        }
        return Faults.field(part.fields(), part.show(content, place.at()), parts[2])
                .map(it -> new Typed(place, Faults.input(it), it.label()))
                .orElseGet(() -> new Typed(place, "", part.title()));
    }

    /** What the field of that pointer is called; nothing where no part asks for it. */
    public Optional<String> label(String pointer) {
        return typed(pointer).map(Typed::label);
    }

    /** Where faults are told that are not mended on the page of this place; none for a page that mends none. */
    Step.Place elsewhere(String pointer) {
        return typed(pointer)
                .map(it -> new Step.Place(
                        base.isEmpty() ? "" : href(it) + (it.input().isEmpty() ? "" : "#" + it.input()), it.label()))
                .orElseGet(() -> new Step.Place(base, ""));
    }

    private String href(Typed typed) {
        return typed.place().at() < 0 ? address(typed.place().part().path()) : address(typed.place());
    }

    /** The pointer within the fields of a place; nothing where it is typed elsewhere. */
    Optional<String> within(String pointer, Place here) {
        return typed(pointer)
                .filter(it -> it.place().part().path().equals(here.part().path()))
                .filter(it -> it.place().at() == here.at())
                .filter(it -> !it.input().isEmpty())
                .map(it -> here.part().isSeveral()
                        ? pointer.replaceFirst("^/", "")
                                .substring((here.part().list() + "/" + here.at() + "/").length())
                        : pointer.replaceFirst("^/", ""));
    }

    /** Puts what a service found wrong on the form of a place: at its fields, or where it is mended. */
    void put(Place here, Form form, Refusal refusal) {
        Faults.put(
                form,
                refusal,
                here.part().fields(),
                pointer -> within(pointer, here),
                pointer -> Optional.of(elsewhere(pointer)),
                page);
    }

    /**
     * What is to be said, and what has been.
     *
     * @param first where the first part is done before there is a draft
     */
    List<Group> tasks(String first, Task check, String checkGroup) {
        Map<String, List<Task>> groups = new LinkedHashMap<>();
        for (Part part : parts) {
            String href = !base.isEmpty() ? address(part.path()) : part == parts.getFirst() ? first : "";
            groups.computeIfAbsent(part.group(), none -> new ArrayList<>()).add(task(part, href));
        }
        groups.computeIfAbsent(checkGroup, none -> new ArrayList<>()).add(check);
        return groups.entrySet().stream()
                .map(it -> new Group(it.getKey(), it.getValue()))
                .toList();
    }

    private Task task(Part part, String href) {
        Texts texts = page.texts(Texts.class);
        String name = part.path().replace('/', '-');
        if (href.isEmpty()) {
            return new Task(name, part.task(), part.taskHint(), "", texts.taskLater(), false);
        }
        if (part.isDone(content)) {
            Integer told = part.told(content);
            String status = told == null ? texts.taskDone() : texts.taskCount(told);
            return new Task(name, part.task(), part.taskHint(), href, status, false);
        }
        return part.isOptional()
                ? new Task(name, part.task(), part.taskHint(), href, texts.taskOptional(), false)
                : new Task(name, part.task(), part.taskHint(), href, texts.taskToDo(), true);
    }
}
