package org.comity.portal.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, described once: how it is asked for, what it is called elsewhere, what there is to choose, how it is
 * read into a content and shown from one. Its name is the JSON pointer of what is typed in it, without the slash at its
 * head: {@code nationalAnnex/currency}. A part of a field that several rows of a list have is named by its row too:
 * {@code keyParameters/0/name}.
 */
public final class Field {

    /** How it is asked for. */
    public enum Kind {
        INPUT,
        NUMBER,
        AREA,
        /** An area whose lines are a list. */
        LINES,
        DAY,
        RADIO,
        SELECT,
        CHECKS,
        /** Is so, or is not said. */
        TICK,
        /** A list, each element of which is a row of fields. */
        ROWS,
        /** Fields in one line. */
        BESIDE,
        /** Fields one below the other, read as one. */
        GROUP,
        /** Fields that fold away while nothing is said in them. */
        FOLD
    }

    private final Kind kind;
    private final String name;
    private final String ask;
    private String label;
    private String hint = "";
    private String none = "";
    private String width = "";
    private int lines;
    private int most;
    private boolean small;
    private boolean columns;
    private boolean open;
    private boolean blank;
    private List<Choice> choices = List.of();
    private List<Choice> suggestions = List.of();
    private String listed = "";
    private String wrong = "";
    private long greatest = Long.MAX_VALUE;
    private final Map<String, List<Field>> revealed = new LinkedHashMap<>();
    private List<Field> parts = List.of();
    private IntFunction<List<Field>> row = at -> List.of();
    private int spare;
    private UnaryOperator<String> spelt = UnaryOperator.identity();
    private Predicate<Form> onlyWhere = form -> true;
    private @Nullable Binding binding;
    private final Map<String, Predicate<Form>> alsoAt = new LinkedHashMap<>();
    private boolean needed;
    private boolean always;
    private boolean silent;
    private @Nullable BiFunction<JsonNode, Page, Value> shown;
    private @Nullable BiFunction<JsonNode, Page, List<Answer>> answers;

    private Field(Kind kind, String name, String ask) {
        this.kind = kind;
        this.name = name;
        this.ask = ask;
        this.label = ask;
    }

    // The kinds

    /** One line. */
    public static Field input(String name, String ask) {
        return new Field(Kind.INPUT, name, ask);
    }

    /** A number, as people write it. */
    public static Field number(String name, String ask) {
        return new Field(Kind.NUMBER, name, ask);
    }

    /** Several lines. */
    public static Field area(String name, String ask, int lines) {
        Field field = new Field(Kind.AREA, name, ask);
        field.lines = lines;
        return field;
    }

    /** Several lines, each an element of a list. */
    public static Field list(String name, String ask, int lines) {
        Field field = new Field(Kind.LINES, name, ask);
        field.lines = lines;
        return field;
    }

    /** A day. */
    public static Field day(String name, String ask) {
        return new Field(Kind.DAY, name, ask);
    }

    /** One of a few. */
    public static Field radio(String name, String ask, List<Choice> choices) {
        return new Field(Kind.RADIO, name, ask).of(choices).small();
    }

    /** One of many. */
    public static Field select(String name, String ask, List<Choice> choices) {
        return new Field(Kind.SELECT, name, ask).of(choices);
    }

    /** Any number of several. */
    public static Field checks(String name, String ask, List<Choice> choices) {
        return new Field(Kind.CHECKS, name, ask).of(choices).small();
    }

    /** Is so, or is not said; {@code yes} is how that is told. */
    public static Field tick(String name, String ask, String yes) {
        return new Field(Kind.TICK, name, ask).of(List.of(Choice.of("true", yes)));
    }

    /**
     * A list.
     *
     * @param most the most elements
     * @param spare how many empty rows a page has
     * @param row the fields of that row, named within their element; one without a name is the element
     */
    public static Field rows(String name, String ask, int most, int spare, IntFunction<List<Field>> row) {
        Field field = new Field(Kind.ROWS, name, ask);
        field.most = most;
        field.spare = spare;
        field.row = row;
        return field;
    }

    /** Fields in one line. */
    public static Field beside(Field... parts) {
        Field field = new Field(Kind.BESIDE, "", "");
        field.parts = List.of(parts);
        return field;
    }

    /** Fields one below the other, to be read as one. */
    public static Field group(List<Field> parts) {
        Field field = new Field(Kind.GROUP, "", "");
        field.parts = parts;
        return field;
    }

    /** Fields that fold away under that title. */
    public static Field fold(String name, String title, List<Field> parts) {
        Field field = new Field(Kind.FOLD, name, title);
        field.parts = parts;
        return field;
    }

    private Field of(List<Choice> those) {
        this.choices = those;
        return this;
    }

    // What else may be said of one

    /** What it is called where it is not asked for: in a summary, in a list of faults. */
    public Field called(String other) {
        this.label = other;
        return this;
    }

    /** A sentence more. */
    public Field hint(String text) {
        this.hint = text;
        return this;
    }

    /** What is read while nothing is chosen. */
    public Field none(String text) {
        this.none = text;
        return this;
    }

    /** How many characters wide. */
    public Field width(int characters) {
        this.width = String.valueOf(characters);
        return this;
    }

    /** The most characters. */
    public Field most(int characters) {
        this.most = characters;
        return this;
    }

    private Field small() {
        this.small = true;
        return this;
    }

    /** Choices at full size. */
    public Field large() {
        this.small = false;
        return this;
    }

    /** Choices in columns. */
    public Field inColumns() {
        this.columns = true;
        return this;
    }

    /** What may be typed, as suggestions. */
    public Field suggesting(List<Choice> those) {
        this.suggestions = those;
        return this;
    }

    /** Shares the suggestions of that id. */
    public Field listed(String id) {
        this.listed = id;
        return this;
    }

    /** A number without decimals, up to that; what is none is told so. */
    public Field whole(String wrong, long greatest) {
        this.wrong = wrong;
        this.greatest = greatest;
        return this;
    }

    /** Takes another value than the choices too, for the service to judge. */
    public Field open() {
        this.open = true;
        return this;
    }

    /** Says the empty text where nothing was typed: the service asks for one. */
    public Field blankIsSaid() {
        this.blank = true;
        return this;
    }

    /** Asks for more where that is chosen. */
    public Field revealing(String value, Field... more) {
        revealed.put(value, List.of(more));
        return this;
    }

    /** Counts only where that is chosen. */
    public Field onlyWhere(String other, String value) {
        this.onlyWhere = form -> form.has(other, value);
        return this;
    }

    /** How it is spelt, however it was typed. */
    public Field spelt(UnaryOperator<String> as) {
        this.spelt = as;
        return this;
    }

    /** Reads and shows it in another way than its kind does. */
    public Field bound(Binding other) {
        this.binding = other;
        return this;
    }

    /** Is where a fault of that pointer is mended too, while the form says so. */
    public Field alsoAt(String pointer, Predicate<Form> whenever) {
        alsoAt.put(pointer, whenever);
        return this;
    }

    /** Is where a fault of that pointer is mended too. */
    public Field alsoAt(String pointer) {
        return alsoAt(pointer, form -> true);
    }

    /** Has to be said before its page counts as done. */
    public Field needed() {
        this.needed = true;
        return this;
    }

    /** Stands in a summary also where nothing is said. */
    public Field always() {
        this.always = true;
        return this;
    }

    /** Stands in no summary: another field tells it. */
    public Field silent() {
        this.silent = true;
        return this;
    }

    /** How a summary tells it. */
    public Field shown(BiFunction<JsonNode, Page, Value> how) {
        this.shown = how;
        return this;
    }

    /** What a summary tells of it, each with a label of its own. */
    public Field answers(BiFunction<JsonNode, Page, List<Answer>> how) {
        this.answers = how;
        return this;
    }

    // What templates ask for

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String ask() {
        return ask;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    public String none() {
        return none;
    }

    public String width() {
        return width;
    }

    public int lines() {
        return lines;
    }

    public int most() {
        return kind == Kind.ROWS ? 0 : most;
    }

    public boolean isSmall() {
        return small;
    }

    public boolean isColumns() {
        return columns;
    }

    public List<Choice> choices() {
        return choices;
    }

    public List<Choice> suggestions() {
        return suggestions;
    }

    public String listed() {
        return listed;
    }

    public List<Field> parts() {
        return parts;
    }

    /** What is asked for where that is chosen. */
    public List<Field> revealed(String value) {
        return revealed.getOrDefault(value, List.of());
    }

    /** The rows of a list that a page has: those in which something was typed, and spare ones. */
    public List<List<Field>> rows(Form form) {
        int typed = Math.min(most, form.rows(name) + spare);
        return IntStream.range(0, typed).mapToObj(this::row).toList();
    }

    /** Whether anything is typed in what folds away, or is wrong with it. */
    public boolean isOpen(Form form) {
        return parts.stream().anyMatch(it -> it.isTyped(form));
    }

    private boolean isTyped(Form form) {
        return form.error(name) != null
                || !form.all(name).isEmpty()
                || form.rows(name) > 0
                || parts.stream().anyMatch(it -> it.isTyped(form));
    }

    private List<Field> row(int at) {
        return row.apply(at).stream().map(it -> it.within(name + "/" + at)).toList();
    }

    private Field within(String element) {
        Field field = new Field(kind, name.isEmpty() ? element : element + "/" + name, ask);
        field.label = label;
        field.hint = hint;
        field.none = none;
        field.width = width;
        field.choices = choices;
        field.suggestions = suggestions;
        field.listed = listed;
        field.wrong = wrong;
        field.greatest = greatest;
        field.open = open;
        field.blank = blank;
        field.spelt = spelt;
        return field;
    }

    // What follows from the description

    /** This field, those that it reveals, and its parts. */
    public Stream<Field> all() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(revealed.values().stream().flatMap(List::stream), parts.stream())
                        .flatMap(Field::all));
    }

    /** This field and, where it is a list, those of the rows that a page has. */
    public Stream<Field> withRows(Form form) {
        return kind == Kind.ROWS
                ? Stream.concat(Stream.of(this), rows(form).stream().flatMap(List::stream))
                : Stream.of(this);
    }

    /** Whether a fault of that pointer is mended here, though the field has another name. */
    public boolean isAlsoAt(String pointer, Form form) {
        return alsoAt.getOrDefault(pointer, none -> false).test(form);
    }

    /** Whether it has to be said. */
    public boolean isNeeded() {
        return needed;
    }

    /** How it is read and shown. */
    public Binding binding() {
        return binding == null ? new KindBinding(this) : binding;
    }

    /** The parts that are read and shown with this field. */
    Stream<Field> within() {
        return Stream.concat(revealed.values().stream().flatMap(List::stream), parts.stream());
    }

    List<Field> fieldsOfRow(int at) {
        return row(at);
    }

    int mostRows() {
        return most;
    }

    /** What a form says in the spelling of the field; null for nothing. */
    @Nullable
    String text(Form form) {
        String typed = form.text(name);
        return typed == null ? blank ? "" : null : spelt.apply(typed);
    }

    boolean counts(Form form) {
        return onlyWhere.test(form);
    }

    /** Whether that may be chosen. */
    boolean takes(String value) {
        return open || choices.stream().anyMatch(it -> it.value().equals(value));
    }

    /** What is said of a number that has decimals; empty where it may have some. */
    String wrong() {
        return wrong;
    }

    long greatest() {
        return greatest;
    }

    boolean takesOthers() {
        return open;
    }

    /** What a summary tells of it. */
    public List<Answer> answers(JsonNode content, Page page) {
        if (silent) {
            return List.of();
        }
        if (answers != null) {
            return answers.apply(content, page);
        }
        Value value = shown == null ? KindBinding.value(this, content, page) : shown.apply(content, page);
        boolean of = shown != null
                || !Set.of(Kind.BESIDE, Kind.GROUP, Kind.FOLD, Kind.ROWS).contains(kind);
        Stream<Answer> own = of ? Stream.of(new Answer(name, label, value, needed, always)) : Stream.empty();
        return Stream.concat(own, within().flatMap(it -> it.answers(content, page).stream()))
                .toList();
    }

    /**
     * What is said in a field.
     *
     * @param needed whether a drafter is told that it is missing
     * @param always whether every reader is
     */
    public record Answer(String name, String label, Value value, boolean needed, boolean always) {

        /** One that is there only where it says something. */
        public static Answer of(String label, Value value) {
            return new Answer("", label, value, false, false);
        }

        /** The same, told so. */
        public Answer with(Value other) {
            return new Answer(name, label, other, needed, always);
        }

        /** The same, or that where nothing is said. */
        public Answer or(Value other) {
            return with(value.orElse(other));
        }
    }
}
