package org.comity.bulletins.taxii;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.release.Desk;
import org.comity.sharing.release.Share;

/**
 * The API roots, and the collections of each that the caller may know of: of another state's there are none.
 *
 * <p>Rules: R-340.
 */
@Singleton
class TaxiiRoots {

    private static final String OWN = "comity";

    private final TaxiiConfig config;
    private final TaxiiSeed seed;
    private final CurrentCaller current;

    TaxiiRoots(TaxiiConfig config, TaxiiSeed seed, CurrentCaller current) {
        this.config = config;
        this.seed = seed;
        this.current = current;
    }

    /** All API roots; the first is the default. */
    List<TaxiiRoot> all() {
        List<TaxiiRoot> roots = new ArrayList<>();
        roots.add(new TaxiiRoot(OWN, "Comity bulletins", "Bulletins on threats and risks", config.largestPage()));
        roots.addAll(seed.roots());
        return roots;
    }

    /**
     * The API root of this name.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where there is none
     */
    TaxiiRoot root(String name) {
        return all().stream()
                .filter(root -> root.name().equals(name))
                .findFirst()
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no API root of this name."));
    }

    /** As whom the caller reads: its state; the secretariat under its own code. */
    Optional<StateCode> reader() {
        return Share.reader(current.get(), Desk.ANALYSIS);
    }

    /** The collections of a root. */
    List<TaxiiCollection> collections(TaxiiRoot root) {
        if (!root.name().equals(OWN)) {
            return seed.collections(root.name());
        }
        Caller caller = current.get();
        boolean desk = TakenBy.ANALYSTS.lets(caller);
        boolean reads = desk || caller.hasAny(Role.POC, Role.SECRETARIAT, Role.SECRETARIAT_ADMIN);
        List<TaxiiCollection> collections = new ArrayList<>();
        reader().ifPresent(reader -> collections.add(TaxiiCollection.released(reader, reads)));
        caller.state()
                .filter(state -> reader().filter(state::equals).isPresent())
                .ifPresent(state -> collections.add(TaxiiCollection.own(state, desk)));
        return collections;
    }

    /**
     * A collection, by its id or its alias.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where there is none for the caller
     */
    TaxiiCollection collection(TaxiiRoot root, String id) {
        return collections(root).stream()
                .filter(one -> one.id().toString().equals(id) || id.equals(one.alias()))
                .findFirst()
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no collection of this id."));
    }
}
