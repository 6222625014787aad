package org.comity.portal.denial;

import java.util.Arrays;
import java.util.List;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.State;
import org.comity.portal.api.Steps;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** The fields that say to whom a denial is released: in a draft, at its approval, and later. */
public final class ReleaseForm {

    private ReleaseForm() {}

    /** What there is to choose from, for a person of one state: nobody releases to their own. */
    public record Choices(
            List<Choice> modes, List<Choice> states, List<Choice> regimes, List<Choice> tlps, List<Choice> uses) {

        /** For a person, with the states that subscribe. */
        public static Choices of(List<State> subscribing, Page page, Words words) {
            List<State> others = subscribing.stream()
                    .filter(it -> page.person().stream().noneMatch(person -> person.isOf(it.iso2())))
                    .toList();
            return new Choices(
                    Choice.all(
                            Codes.ReleaseMode.class,
                            words.code::releaseMode,
                            mode -> hint(mode, subscribing.size(), words)),
                    words.states(others),
                    Arrays.stream(Codes.Regime.values())
                            .map(it -> Choice.of(it.name(), regime(it, subscribing, words)))
                            .toList(),
                    Arrays.stream(Codes.Tlp.values())
                            .map(it -> new Choice(it.name(), it.label(), words.code.tlpHint(it)))
                            .toList(),
                    Choice.all(Codes.PermittedUse.class, words.code::permittedUse, words.code::permittedUseHint));
        }

        private static String hint(Codes.ReleaseMode mode, int subscribing, Words words) {
            return switch (mode) {
                case ALL -> subscribing == 0 ? "" : words.denial.modeAllHint(subscribing);
                case LIST -> words.denial.modeListHint();
                case REGIME -> words.denial.modeRegimeHint();
                case ORIGINATOR_ONLY -> words.denial.modeOwnHint();
            };
        }

        private static String regime(Codes.Regime regime, List<State> subscribing, Words words) {
            int members = (int)
                    subscribing.stream().filter(it -> it.isMemberOf(regime)).count();
            String name = words.code.regime(regime);
            return subscribing.isEmpty() ? name : words.denial.regimeCount(name, members);
        }
    }

    /** A form that shows how a draft is released. */
    static Form show(Form form, DenialContent content) {
        return show(form, content.releasability(), content.tlp(), content.permittedUse());
    }

    /** A form that shows this release. */
    public static Form show(
            Form form,
            DenialContent.@Nullable Releasability release,
            Codes.@Nullable Tlp tlp,
            List<Codes.PermittedUse> permittedUse) {
        if (release != null) {
            form.put("mode", release.mode())
                    .put("states", release.states())
                    .put("excluded", release.excluded())
                    .put("derivedFrom", release.regime());
            if (release.mode() == Codes.ReleaseMode.REGIME) {
                form.put("regime", release.regime());
            }
        }
        return form.put("tlp", tlp).put("permittedUse", permittedUse);
    }

    /**
     * What was chosen; null where no mode was. Whatever was sent is passed on, also what does not go with the mode, so that
     * the service finds fault with it: who ticked states and overlooked the choice of a list would else release to
     * all. With script, what is folded away is not sent.
     *
     * @param derivedFrom the regime in which the record was learned, which bounds its release whatever the mode
     */
    public static DenialContent.@Nullable Releasability releasability(Form form, Codes.@Nullable Regime derivedFrom) {
        Codes.ReleaseMode mode = form.code("mode", Codes.ReleaseMode.class);
        if (mode == null) {
            return null;
        }
        Codes.Regime regime = form.code("regime", Codes.Regime.class);
        return new DenialContent.Releasability(
                mode,
                form.all("states"),
                form.all("excluded"),
                mode == Codes.ReleaseMode.REGIME || derivedFrom == null ? regime : derivedFrom);
    }

    private static Codes.@Nullable Regime derivedFrom(DenialContent record) {
        return record.provenance() == Codes.Provenance.REGIME_DERIVED && record.releasability() != null
                ? record.releasability().regime()
                : null;
    }

    /** The body of the steps that release a record; where it was learned stays as it is. */
    static Steps.Release step(Form form, DenialContent record) {
        return new Steps.Release(
                releasability(form, derivedFrom(record)),
                form.code("tlp", Codes.Tlp.class),
                form.codes("permittedUse", Codes.PermittedUse.class));
    }
}
