package org.comity.portal.step;

import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.comity.portal.form.Field;
import org.comity.portal.page.Value;
import org.jspecify.annotations.Nullable;

/** What the page of a step says and asks. */
public final class Asked {

    private final String title;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private boolean noDuty;
    private boolean keyed;
    private final List<String> carried = new ArrayList<>();
    private @Nullable Function<StepPage, TemplateInstance> own;

    private Asked(String title) {
        this.title = title;
    }

    /** How a paragraph looks. */
    public enum Look {
        TEXT,
        INSET,
        HEADING,
        BULLETS
    }

    /** Something that is read before the fields. */
    public record Paragraph(Look look, Value value) {}

    /**
     * A button; with a name it says which of several was pressed.
     *
     * @param look empty, or {@code secondary} or {@code warning}
     */
    public record Button(String text, String name, String value, String look) {}

    /** A page of that title, whose button says this. */
    public static Asked of(String title, String send) {
        return new Asked(title).button(send, "", "", "");
    }

    /** A page of that title, with buttons of its own. */
    public static Asked of(String title) {
        return new Asked(title);
    }

    /** A page that asks whether something is really to be thrown away. */
    public static Asked warning(String title, String send) {
        return new Asked(title).button(send, "", "", "warning");
    }

    private Asked button(String text, String name, String value, String look) {
        buttons.add(new Button(text, name, value, look));
        return this;
    }

    /** A button that says which of several was pressed. */
    public Asked button(String text, String name, String value) {
        return button(text, name, value, buttons.isEmpty() ? "" : "secondary");
    }

    /** A sentence or some. */
    public Asked text(String text) {
        return paragraph(Look.TEXT, Value.of(text));
    }

    /** A sentence or some that stand out. */
    public Asked inset(String text) {
        return paragraph(Look.INSET, Value.empty().written(text));
    }

    /** A heading. */
    public Asked heading(String text) {
        return paragraph(Look.HEADING, Value.of(text));
    }

    /** Several short ones. */
    public Asked bullets(List<String> texts) {
        return paragraph(Look.BULLETS, Value.empty().bullets(texts));
    }

    /** A paragraph; an empty one is none. */
    public Asked paragraph(Look look, Value value) {
        if (!value.isEmpty()) {
            paragraphs.add(new Paragraph(look, value));
        }
        return this;
    }

    /** Says beside the button that no denial creates a duty to deny. */
    public Asked sayingNoDuty() {
        this.noDuty = true;
        return this;
    }

    /** Carries a key, so that sending it twice is one thing done. */
    public Asked carryingKey() {
        this.keyed = true;
        return this;
    }

    /** Carries on what its form says by that name. */
    public Asked carrying(String name) {
        carried.add(name);
        return this;
    }

    /** Asks for this. */
    public Asked field(Field field) {
        fields.add(field);
        return this;
    }

    /** Asks for these. */
    public Asked fields(List<Field> several) {
        fields.addAll(several);
        return this;
    }

    /** Looks like that, and not as a step usually does. */
    public Asked as(Function<StepPage, TemplateInstance> template) {
        this.own = template;
        return this;
    }

    @Nullable
    Function<StepPage, TemplateInstance> own() {
        return own;
    }

    public String title() {
        return title;
    }

    public List<Paragraph> paragraphs() {
        return paragraphs;
    }

    public List<Field> fields() {
        return fields;
    }

    public List<Button> buttons() {
        return buttons;
    }

    public boolean isNoDuty() {
        return noDuty;
    }

    public List<String> carried() {
        return carried;
    }

    public boolean isKeyed() {
        return keyed;
    }
}
