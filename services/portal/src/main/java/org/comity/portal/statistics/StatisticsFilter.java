package org.comity.portal.statistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Days;
import org.comity.portal.page.Form;
import org.jspecify.annotations.Nullable;

/** What the statistics are narrowed to, as it stands in the address; what is wrong of it is a fault of its form. */
record StatisticsFilter(Map<String, String> said, Form form) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String ITEM = "item";
    static final String DESTINATION = "destination";
    static final String ORIGINATOR = "originator";

    static StatisticsFilter of(
            String from, String to, String item, String destination, String originator, StatisticsTexts texts) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(FROM, from.strip());
        said.put(TO, to.strip());
        said.put(ITEM, item.strip());
        said.put(DESTINATION, Countries.chosen(destination));
        said.put(ORIGINATOR, Countries.chosen(originator));
        Form form = Form.blank();
        said.forEach(form::put);
        said.values().removeIf(String::isEmpty);
        Days.check(form, FROM, TO, texts.wrongDay(), texts.toBeforeFrom());
        return new StatisticsFilter(said, form);
    }

    @Nullable
    String value(String name) {
        return said.get(name);
    }

    boolean isActive() {
        return !said.isEmpty();
    }

    /** What stands in the address after the question mark; those parameters come first. */
    String query(List<String> first) {
        return java.util.stream.Stream.concat(
                        first.stream(),
                        said.entrySet().stream()
                                .map(it ->
                                        it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
