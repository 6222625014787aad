package org.comity.denials.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentDifferenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> changes(String before, String after) {
        return ContentDifference.between(json(before), json(after)).stream()
                .map(change -> change.kind() + " " + change.pointer()
                        + (change.label() == null ? "" : " (" + change.label() + ")") + ": "
                        + change.before() + " > " + change.after())
                .toList();
    }

    @Test
    void R85_the_same_content_is_no_change() {
        assertEquals(
                List.of(),
                changes("{'kind':'REFUSAL','items':[{'unit':'x'}]}", "{'items':[{'unit':'x'}],'kind':'REFUSAL'}"));
    }

    @Test
    void R85_a_field_is_added_removed_or_changed() {
        assertEquals(
                List.of(
                        "CHANGED /destinationState: \"KZ\" > \"UZ\"",
                        "ADDED /validFrom: null > \"2026-01-01\"",
                        "REMOVED /supersedes: \"DN-1\" > null"),
                changes(
                        "{'destinationState':'KZ','supersedes':'DN-1'}",
                        "{'destinationState':'UZ','validFrom':'2026-01-01'}"));
    }

    @Test
    void R85_another_order_is_no_change() {
        String korund = "{'role':'END_USER','name':'Korund'}";
        String almera = "{'role':'AGENT','name':'Almera'}";
        assertEquals(
                List.of(),
                changes("{'parties':[" + korund + "," + almera + "]}", "{'parties':[" + almera + "," + korund + "]}"));
        assertEquals(List.of(), changes("{'transitStates':['TR','AE']}", "{'transitStates':['AE','TR']}"));
    }

    @Test
    void R85_an_entry_that_was_put_in_front_leaves_the_others_as_they_are() {
        assertEquals(
                List.of("ADDED /parties/0 (Almera): null > {\"role\":\"AGENT\",\"name\":\"Almera\"}"),
                changes(
                        "{'parties':[{'role':'END_USER','name':'Korund'}]}",
                        "{'parties':[{'role':'AGENT','name':'Almera'},{'role':'END_USER','name':'Korund'}]}"));
    }

    @Test
    void R85_an_entry_of_the_same_name_is_compared_field_by_field_wherever_it_stands() {
        assertEquals(
                List.of(
                        "CHANGED /parties/1/address (Korund): \"ul. 12\" > \"ul. 14\"",
                        "ADDED /parties/1/aliases/0 (Korund): null > \"Korund Telecom\""),
                changes(
                        "{'parties':[{'role':'END_USER','name':'Korund','address':'ul. 12'},{'role':'AGENT','name':'Almera'}]}",
                        "{'parties':[{'role':'AGENT','name':'Almera'},"
                                + "{'role':'END_USER','name':'Korund','address':'ul. 14','aliases':['Korund Telecom']}]}"));
    }

    @Test
    void R85_a_party_that_changes_its_role_is_still_itself() {
        assertEquals(
                List.of("CHANGED /parties/0/role (Korund): \"CONSIGNEE\" > \"END_USER\""),
                changes(
                        "{'parties':[{'role':'CONSIGNEE','name':'Korund'}]}",
                        "{'parties':[{'role':'END_USER','name':'Korund'}]}"));
    }

    @Test
    void R85_of_two_items_of_one_entry_each_is_compared_with_its_own() {
        assertEquals(
                List.of("CHANGED /items/1/quantity (5A001.f.2): 2 > 3"),
                changes(
                        "{'items':[{'controlCode':'5A001.f.2','description':'b','quantity':2},{'controlCode':'5A001.f.2','description':'a'}]}",
                        "{'items':[{'controlCode':'5A001.f.2','description':'a'},{'controlCode':'5A001.f.2','description':'b','quantity':3}]}"));
    }

    @Test
    void R85_what_has_no_name_in_common_is_removed_and_added() {
        assertEquals(
                List.of(
                        "REMOVED /items/0 (4A005): {\"controlCode\":\"4A005\"} > null",
                        "ADDED /items/0 (5A004.b): null > {\"controlCode\":\"5A004.b\"}"),
                changes("{'items':[{'controlCode':'4A005'}]}", "{'items':[{'controlCode':'5A004.b'}]}"));
    }

    @Test
    void R85_a_list_within_an_entry_is_compared_too() {
        assertEquals(
                List.of("CHANGED /items/0/keyParameters/0/value (bands): \"2G\" > \"2G-4G\""),
                changes(
                        "{'items':[{'controlCode':'5A001','keyParameters':[{'name':'bands','value':'2G'}]}]}",
                        "{'items':[{'controlCode':'5A001','keyParameters':[{'name':'bands','value':'2G-4G'}]}]}"));
    }
}
