package org.comity.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.comity.kernel.test.ListedProblems;
import org.junit.jupiter.api.Test;

/** The API says that docs/rules.md lists every problem. */
class ListedProblemsTest {

    @Test
    void every_problem_is_listed_and_nothing_else() throws IOException {
        assertEquals(
                List.of(),
                ListedProblems.faults(
                        Path.of(System.getProperty("comity.root"), "docs", "rules.md"), "org.comity.subscriptions"));
    }
}
