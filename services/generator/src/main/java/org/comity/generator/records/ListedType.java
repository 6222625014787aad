package org.comity.generator.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.generator.SourceFault;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of what a module reads and sends: the Java type, and the schemas that it stands for.
 *
 * <pre>
 * Denial = Denial implements DenialMethods
 * DenialContent.Withheld = Withheld
 * Denial.Draft = Denial.amendment.status, Proposal.status
 * use java.time.DayOfWeek = DayOfWeek
 * </pre>
 *
 * <p>A schema without a name of its own is named by the property that holds it. The type is made from the first schema;
 * another one has nothing that the first has not. With {@code use}, Java has the type already.
 *
 * @param implemented the interface with the methods that it has beside its fields
 */
record ListedType(
        String name, List<String> schemas, @Nullable String implemented, boolean exists) {

    private static final Pattern LINE = Pattern.compile("(use )?(\\S+) = (\\S+(?:, \\S+)*)(?: implements (\\S+))?");

    static List<ListedType> list(String file, List<String> lines) {
        List<ListedType> types = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line.strip());
            if (matcher.matches()) {
                types.add(new ListedType(
                        matcher.group(2),
                        List.of(matcher.group(3).split(", ")),
                        matcher.group(4),
                        matcher.group(1) != null));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new SourceFault(file + ": no line such as Type = Schema: " + line);
            }
        }
        return types;
    }
}
