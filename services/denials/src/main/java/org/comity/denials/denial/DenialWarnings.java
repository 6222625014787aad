package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.ExternalRef;
import org.comity.denials.content.Party;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.TextForm;
import org.comity.sharing.release.Audience;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.states.MemberStates;
import org.comity.sharing.states.Regime;

/**
 * Warns the originator's desk of what a second look may mend: a release wider than usual, one beyond a regime, one that
 * reaches nobody, a denial that is there already.
 *
 * <p>Source: docs/rules.md.
 *
 * <p>Rules: R-216.
 */
@Singleton
class DenialWarnings {

    private static final int LATEST = 20;
    private static final int FEWEST = 5;

    private final Sql sql;
    private final OwnDenials own;
    private final DenialContentStore contents;
    private final DenialViews views;
    private final DenialRepository denials;
    private final Addressees addressees;
    private final MemberStates states;
    private final CurrentCaller current;

    DenialWarnings(
            Sql sql,
            OwnDenials own,
            DenialContentStore contents,
            DenialViews views,
            DenialRepository denials,
            Addressees addressees,
            MemberStates states,
            CurrentCaller current) {
        this.sql = sql;
        this.own = own;
        this.contents = contents;
        this.views = views;
        this.denials = denials;
        this.addressees = addressees;
        this.states = states;
        this.current = current;
    }

    /**
     * The warnings about what is worked on, or else about what is in force.
     *
     * @param inForce about what is in force, whatever is worked on
     * @param tried the release that it would have, in place of its own
     */
    @Transactional
    List<WarningView> of(UUID id, boolean inForce, Optional<Releasability> tried) {
        OwnDenials.Opened opened = own.open(id);
        DenialEntity denial = opened.denial();
        DraftDenial kept = contents.read(denial, Optional.of(opened.file()), Lens.OWN);
        DraftDenial content = contents.amendment(opened.file())
                .filter(amendment -> !inForce)
                .orElse(kept)
                .released(tried.orElse(null), null, null);
        Set<StateCode> reached = Audience.isDetermined(content.releaseOrDefault(), content.provenanceOrDefault())
                ? addressees.of(denial, Optional.of(kept).filter(before -> denial.notifiedAt() != null), content)
                : Set.of();
        List<WarningView> warnings = new ArrayList<>();
        views.warnings(content)
                .forEach(warning -> warnings.add(new WarningView(
                        WarningView.Code.UNKNOWN_ENTRY, warning.pointer(), warning.detail(), List.of(), List.of())));
        nobody(content, reached, warnings);
        outsideRegimes(content, reached, warnings);
        unusual(denial, reached, warnings);
        duplicates(denial, content, warnings);
        return warnings;
    }

    private static void nobody(DraftDenial content, Set<StateCode> reached, List<WarningView> warnings) {
        Releasability release = content.releaseOrDefault();
        if (reached.isEmpty()
                && release.mode() != ReleaseMode.ORIGINATOR_ONLY
                // a list that reaches nobody is no surprise but a fault, which is told at its field
                && release.mode() != ReleaseMode.LIST
                && Audience.isDetermined(release, content.provenanceOrDefault())) {
            warnings.add(new WarningView(
                    WarningView.Code.NO_AUDIENCE,
                    "/releasability",
                    "It reaches no state today. The time in which it is to be notified runs on.",
                    List.of(),
                    List.of()));
        }
    }

    private void outsideRegimes(DraftDenial content, Set<StateCode> reached, List<WarningView> warnings) {
        Set<String> systems = new TreeSet<>();
        content.externalRefs().stream().map(ExternalRef::system).map(Enum::name).forEach(systems::add);
        for (Regime regime : Regime.values()) {
            if (!systems.contains(regime.name())) {
                continue;
            }
            Set<StateCode> outside = new TreeSet<>(reached);
            outside.removeAll(states.now().members(regime));
            if (!outside.isEmpty()) {
                warnings.add(new WarningView(
                        WarningView.Code.OUTSIDE_REGIME,
                        "/releasability",
                        "%d of the %d states that it reaches are outside %s, where this case stands too."
                                .formatted(outside.size(), reached.size(), regime),
                        List.copyOf(outside),
                        List.of()));
            }
        }
    }

    private void unusual(DenialEntity denial, Set<StateCode> reached, List<WarningView> warnings) {
        List<UUID> latest = sql.of("select d.id from denial d where d.originator_state = :own"
                        + " and d.notified_at is not null and d.id <> :id order by d.notified_at desc limit " + LATEST)
                .with("own", denial.originator(), "id", denial.id())
                .list(UUID.class);
        if (latest.size() < FEWEST) {
            return;
        }
        Set<StateCode> unusual = new TreeSet<>(reached);
        sql.of("select distinct state from denial_audience where denial_id = any (:latest) and released and not own")
                .with("latest", latest)
                .list(StateCode.class)
                .forEach(unusual::remove);
        if (!unusual.isEmpty()) {
            warnings.add(new WarningView(
                    WarningView.Code.UNUSUAL_AUDIENCE,
                    "/releasability",
                    "None of your latest %d denials was released to them.".formatted(latest.size()),
                    List.copyOf(unusual),
                    List.of()));
        }
    }

    private void duplicates(DenialEntity denial, DraftDenial content, List<WarningView> warnings) {
        List<String> names = content.parties().stream()
                .filter(party -> !PersonVault.isPerson(party))
                .map(Party::name)
                .flatMap(DenialWarnings::keys)
                .toList();
        List<String> items = content.items().stream()
                .flatMap(DenialWarnings::keys)
                .distinct()
                .toList();
        if (names.isEmpty() || items.isEmpty()) {
            return;
        }
        List<String> refs = denials.alike(current.get(), denial.id(), names, items);
        if (!refs.isEmpty()) {
            warnings.add(new WarningView(
                    WarningView.Code.POSSIBLE_DUPLICATE,
                    null,
                    "A denial that you may read has a party of the same name and such an item.",
                    List.of(),
                    refs));
        }
    }

    /** The key as it is made now, and the one of rows from before. */
    private static Stream<String> keys(String text) {
        return Stream.of(TextForm.folded(text), text.toLowerCase(Locale.ROOT)).distinct();
    }

    private static Stream<String> keys(DeniedItem item) {
        return Stream.of(item.controlCode(), item.description())
                .filter(java.util.Objects::nonNull)
                .flatMap(DenialWarnings::keys);
    }
}
