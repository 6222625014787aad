package org.comity.sharing;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.comity.kernel.test.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    static List<ArchRule> rules() {
        return ArchitectureRules.forSharing();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_library_keeps_the_rules(ArchRule rule) {
        rule.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.comity.sharing"));
    }
}
