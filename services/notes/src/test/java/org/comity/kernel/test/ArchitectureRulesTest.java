package org.comity.kernel.test;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.comity.denials.planted.UsesRegistry;
import org.comity.kernel.planted.UsesService;
import org.comity.kernel.test.planted.PlantedViolations;
import org.comity.registry.planted.OfRegistry;
import org.comity.sharing.planted.KnowsService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter()
            .importClasses(
                    PlantedViolations.class,
                    PlantedViolations.PublicEntity.class,
                    classNamed("InjectedField"),
                    classNamed("HiddenEndpoint"),
                    classNamed("SaysNothing"),
                    classNamed("BareNow"),
                    classNamed("ChangingSingleton"),
                    UsesRegistry.class,
                    OfRegistry.class,
                    UsesService.class,
                    KnowsService.class);

    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/kernel/test/"))
            .importPackages("org.comity.kernel");

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(PlantedViolations.class.getName() + "$" + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<ArchRule> rules() {
        return ArchitectureRules.forServices();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_is_found(ArchRule rule) {
        assertThrows(AssertionError.class, () -> rule.check(PLANTED));
    }

    @Test
    void a_kernel_that_knows_a_service_is_found_and_ours_does_not() {
        assertThrows(AssertionError.class, () -> ArchitectureRules.KERNEL_KNOWS_NO_SERVICE.check(PLANTED));
        ArchitectureRules.KERNEL_KNOWS_NO_SERVICE.check(KERNEL);
    }

    @Test
    void a_library_of_shared_records_that_knows_a_service_is_found() {
        assertThrows(AssertionError.class, () -> ArchitectureRules.SHARING_KNOWS_NO_SERVICE.check(PLANTED));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_kernel_keeps_the_rules_too(ArchRule rule) {
        rule.check(KERNEL);
    }
}
