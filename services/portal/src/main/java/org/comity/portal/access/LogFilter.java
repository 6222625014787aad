package org.comity.portal.access;

import java.util.List;
import java.util.Map;
import org.comity.portal.api.Codes;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Narrowing;
import org.comity.portal.page.Choice;

/** What the access log can be narrowed to. */
final class LogFilter {

    static final String FROM = "from";
    static final String TO = "to";
    static final String PERSON = "person";
    static final String RECORD = "record";
    static final String DECISION = "decision";

    private LogFilter() {}

    /** What people of the own state asked for, as the address says. */
    static Narrowing people(String path, Map<String, List<String>> address, AccessTexts texts) {
        return Narrowing.of(
                        path,
                        List.of(
                                Filter.text(PERSON, texts.person(), texts.personHint()),
                                Filter.text(FROM, texts.from(), texts.dayHint()),
                                Filter.text(TO, texts.to(), texts.dayHint()),
                                Filter.text(RECORD, texts.recordFilter(), texts.recordFilterHint()),
                                Filter.choice(
                                        DECISION,
                                        texts.decision(),
                                        texts.anyDecision(),
                                        Choice.all(Codes.AccessDecision.class, texts::outcome))),
                        address)
                .days(FROM, TO, texts.wrongDay(), texts.toBeforeFrom());
    }

    /** The openings by other states: of one denial, where the address names one; of all otherwise. */
    static Narrowing states(Map<String, List<String>> address, AccessTexts texts) {
        return Narrowing.of(
                "/access-log/states", List.of(Filter.linked(RECORD, texts.record(), "[0-9a-fA-F-]{36}")), address);
    }
}
