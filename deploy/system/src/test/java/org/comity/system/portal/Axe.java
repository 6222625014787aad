package org.comity.system.portal;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Looks at pages with axe. Its script is half a megabyte, so a page is given it once, however often it is looked at:
 * {@link AxeBuilder} gives it twice for each look. All rules run that axe runs by itself.
 */
final class Axe {

    private static final String SCRIPT = "() => {" + AxeBuilder.getAxeScript() + "}";

    /** What passes is not written out. The style sheets are for a rule that axe leaves out by itself, so it need not read them. */
    private static final String LOOK = """
            () => axe.run(document, { reporter: 'no-passes', preload: { assets: ['media'] } })
                .then(seen => seen.violations.map(it => it.id + ': ' + it.help + ' ' + it.nodes[0].html))""";

    private Axe() {}

    /** What is wrong with the page as it stands, in a sentence each. */
    static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(LOOK)).stream().map(String::valueOf).toList();
    }
}
