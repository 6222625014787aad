package org.comity.portal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.draft.Part;
import org.comity.portal.form.Field;
import org.comity.portal.form.Field.Answer;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/** What every record says of a transaction: its items, its parties, what they are for, and what a state keeps to itself. */
public final class TransactionForm {

    private static final int MOST_FIGURES = 30;

    private TransactionForm() {}

    /** The items in a list, for other records whose items are like a denial's too. */
    public static Part itemsOf(String list, String add, Words words, Reference reference) {
        DenialTexts texts = words.denial;
        return Part.several("items", list, texts.itemsTitle(), add, item(words, reference))
                .elements(
                        (item, at) -> item == null ? texts.itemNew() : texts.itemChange(at + 1),
                        (item, at) -> texts.itemTitle(at + 1));
    }

    private static List<Field> item(Words words, Reference reference) {
        DenialTexts texts = words.denial;
        return List.of(
                Field.area("description", texts.descriptionAsk(), 3)
                        .called(texts.description())
                        .hint(texts.descriptionHint())
                        .most(2000),
                Field.input("controlCode", texts.controlCodeAsk())
                        .called(texts.controlCode())
                        .hint(texts.controlCodeHint())
                        .width(10)
                        .suggesting(words.entries(reference.controlListEntries()))
                        .spelt(TransactionForm::code)
                        .shown((item, page) -> controlled(item, words)),
                Field.select(
                                "controlList",
                                texts.controlListAsk(),
                                Choice.all(Codes.ControlList.class, words.code::controlList))
                        .none(words.notSaid())
                        .silent(),
                Field.select(
                                "productType",
                                texts.productTypeAsk(),
                                Choice.all(Codes.ProductType.class, words.code::productType))
                        .called(texts.productType())
                        .none(words.notSaid()),
                Field.radio(
                                "sensitivity",
                                texts.sensitivityAsk(),
                                Choice.all(Codes.Sensitivity.class, words.code::sensitivity))
                        .called(texts.sensitivity()),
                Field.beside(
                        Field.number("quantity", texts.quantityAsk())
                                .called(texts.quantity())
                                .shown((item, page) ->
                                        number(item, "quantity", page).text(Json.text(item, "unit"))),
                        Field.input("unit", texts.unitAsk())
                                .called(texts.unit())
                                .silent()),
                Field.rows(
                                "keyParameters",
                                texts.figuresAsk(),
                                MOST_FIGURES,
                                2,
                                at -> List.of(
                                        Field.input("name", texts.figureName()).blankIsSaid(),
                                        Field.input("value", texts.figureValue())
                                                .blankIsSaid(),
                                        Field.input("unit", texts.unitAsk())))
                        .answers(each(
                                "keyParameters", it -> Json.text(it, "name"), it -> Value.of(Json.text(it, "value"))
                                        .text(Json.text(it, "unit"))))
                        .called(texts.figures())
                        .hint(texts.figuresHint() + " " + texts.moreAfterSaving()));
    }

    /** The code of an item, with its list. */
    private static Value controlled(JsonNode item, Words words) {
        String list = Json.text(item, "controlList");
        return Value.of(Json.text(item, "controlCode"))
                .quiet(list.isEmpty() ? "" : "(" + words.code.controlList(Codes.ControlList.valueOf(list)) + ")");
    }

    private static Value number(JsonNode about, String name, Page page) {
        JsonNode number = Json.at(about, name);
        return Value.of(number.isNumber() ? page.number(number.decimalValue()) : "");
    }

    /** As the lists write it: letters of the first part large, of the others small. */
    static String code(String typed) {
        int dot = typed.indexOf('.');
        return dot < 0
                ? typed.toUpperCase(Locale.ROOT)
                : typed.substring(0, dot).toUpperCase(Locale.ROOT)
                        + typed.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** The parties in a list, each called by its name. */
    public static Part partiesOf(String list, String add, List<Field> fields, Words words) {
        DenialTexts texts = words.denial;
        return Part.several("parties", list, texts.partiesTitle(), add, fields)
                .elements(
                        (party, at) -> party == null ? texts.partyNew() : texts.partyChange(name(party, texts)),
                        (party, at) -> name(party, texts));
    }

    private static String name(JsonNode party, DenialTexts texts) {
        String name = Json.text(party, "name");
        return name.isEmpty() ? texts.unnamed() : name;
    }

    /** The fields of a party that every record of parties has. */
    public static List<Field> party(Words words) {
        DenialTexts texts = words.denial;
        return List.of(
                Field.radio("role", texts.roleAsk(), Choice.all(Codes.PartyRole.class, words.code::partyRole))
                        .called(texts.role()),
                Field.input("name", texts.nameAsk()).hint(texts.nameHint()).silent(),
                Field.input("nativeScriptName", texts.nativeNameAsk())
                        .called(texts.nativeName())
                        .hint(texts.nativeNameHint())
                        .shown((party, page) -> Value.empty().ofOtherScript(Json.text(party, "nativeScriptName"))),
                Field.select("country", texts.countryAsk(), words.countries())
                        .called(texts.country())
                        .open(),
                Field.tick("isNaturalPerson", texts.naturalPersonAsk(), texts.naturalPersonYes())
                        .called(texts.naturalPerson())
                        .hint(texts.naturalPersonHint()));
    }

    /** What the applicant said that it is for. */
    public static Field statedEndUse(String name, Words words) {
        return Field.area(name, words.denial.statedEndUseAsk(), 4)
                .called(words.denial.statedEndUse())
                .hint(words.denial.statedEndUseHint())
                .most(4000)
                .always()
                .needed();
    }

    /** What a state keeps to itself, of any record. */
    public static List<Field> annex(Words words) {
        DenialTexts texts = words.denial;
        return List.of(
                Field.input("nationalAnnex/exporter", texts.exporterAsk())
                        .called(texts.exporter())
                        .alsoAt("nationalAnnex"),
                Field.area("nationalAnnex/exporterAddress", texts.exporterAddressAsk(), 3)
                        .called(texts.address()),
                Field.beside(
                        Field.number("nationalAnnex/value", texts.valueAsk())
                                .called(texts.value())
                                .shown((annex, page) -> number(annex, "nationalAnnex/value", page)
                                        .text(Json.text(annex, "nationalAnnex/currency"))),
                        Field.input("nationalAnnex/currency", texts.currencyAsk())
                                .hint(texts.currencyHint())
                                .width(3)
                                .silent()
                                .spelt(it -> it.toUpperCase(Locale.ROOT))),
                Field.area("nationalAnnex/note", texts.noteAsk(), 4)
                        .called(texts.note())
                        .most(4000));
    }

    /** Answers of the elements of a list, each with a label of its own. */
    static BiFunction<JsonNode, Page, List<Answer>> each(
            String list, Function<JsonNode, String> label, Function<JsonNode, Value> value) {
        return (content, page) -> Json.elements(content, list).stream()
                .map(it -> Answer.of(label.apply(it), value.apply(it)))
                .toList();
    }
}
