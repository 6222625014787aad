package org.comity.kernel.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Set;

/** How our code is built, as rules that each service's tests check; ArchitectureRulesTest plants a violation of each. */
public final class ArchitectureRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime");

    /** What services stand on; none of it knows a service. */
    private static final Set<String> LIBRARIES = Set.of("kernel", "sharing", "entrance", "backing");

    private ArchitectureRules() {}

    /** Entities stay in their package. */
    public static final ArchRule ENTITIES_STAY_IN_THEIR_PACKAGE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .because("an entity that leaves its package becomes JSON one day, with columns that nobody meant to show");

    /** Nobody injects fields. */
    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("one constructor with final fields shows what a class needs");

    /** Endpoint methods are public. */
    public static final ArchRule ENDPOINTS_ARE_PUBLIC = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .should()
            .bePublic()
            .allowEmptyShould(true)
            .because("Quarkus ignores an endpoint that is not public, and the call answers 404");

    /** Resources say what they produce. */
    public static final ArchRule RESOURCES_SAY_WHAT_THEY_PRODUCE = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(Produces.class)
            .allowEmptyShould(true)
            .because("where nothing is said, a caller that accepts text/html gets a record as Java writes it");

    /** Time comes from the clock. */
    public static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("now() without a clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty()
                            && CLOCKS.contains(call.getTargetOwner().getName());
                }
            })
            .because("a test must be able to set the time; take a java.time.Clock");

    /** No service knows another. */
    public static final ArchRule SERVICES_KEEP_APART = apart();

    /** The kernel holds mechanism only. */
    public static final ArchRule KERNEL_KNOWS_NO_SERVICE = knowsOnly("kernel", Set.of("kernel", "entrance", "backing"))
            .because("a business noun in the kernel ties every service to it");

    /** What every shared record has is the same for every service, so that no service is named there. */
    public static final ArchRule SHARING_KNOWS_NO_SERVICE = knowsOnly("sharing", Set.of("sharing", "kernel"))
            .because("what one service needs of a shared record belongs to that service");

    private static ArchRule knowsOnly(String library, Set<String> libraries) {
        return noClasses()
                .that()
                .resideInAPackage("org.comity." + library + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("belong to a service") {
                    @Override
                    public boolean test(JavaClass type) {
                        String[] names = type.getPackageName().split("\\.");
                        return names.length > 2
                                && names[0].equals("org")
                                && names[1].equals("comity")
                                && !libraries.contains(names[2]);
                    }
                })
                .allowEmptyShould(true);
    }

    /** Fields of classes that live as long as the service do not change, entities and state of a request apart. */
    public static final ArchRule SINGLETONS_HOLD_FINAL_FIELDS = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(jakarta.inject.Singleton.class)
            .and()
            .areNotStatic()
            .and()
            .doNotHaveModifier(JavaModifier.VOLATILE)
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("a field that one request sets, another one reads");

    /** All of them, for a service's own test. */
    public static List<ArchRule> forServices() {
        return List.of(
                ENTITIES_STAY_IN_THEIR_PACKAGE,
                NO_FIELD_INJECTION,
                ENDPOINTS_ARE_PUBLIC,
                RESOURCES_SAY_WHAT_THEY_PRODUCE,
                TIME_COMES_FROM_THE_CLOCK,
                SERVICES_KEEP_APART,
                SINGLETONS_HOLD_FINAL_FIELDS);
    }

    /** All that hold for the library of shared records, for its own test. */
    public static List<ArchRule> forSharing() {
        return List.of(
                SHARING_KNOWS_NO_SERVICE, NO_FIELD_INJECTION, TIME_COMES_FROM_THE_CLOCK, SINGLETONS_HOLD_FINAL_FIELDS);
    }

    private static ArchRule apart() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String[] names = type.getPackageName().split("\\.");
                        boolean ofService = names.length > 2
                                && names[0].equals("org")
                                && names[1].equals("comity")
                                && !LIBRARIES.contains(names[2]);
                        return ofService ? SliceIdentifier.of(names[2]) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "services";
                    }
                })
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .because("services share the files in openapi/ and the kernel, and nothing else");
    }
}
