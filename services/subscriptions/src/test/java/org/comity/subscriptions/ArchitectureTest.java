package org.comity.subscriptions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.comity.kernel.test.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.comity.subscriptions");

    static List<ArchRule> rules() {
        return ArchitectureRules.forServices();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_service_keeps_the_rules(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void the_rules_see_our_classes() {
        assertTrue(CLASSES.contain("org.comity.subscriptions.rule.RuleResource"));
    }
}
