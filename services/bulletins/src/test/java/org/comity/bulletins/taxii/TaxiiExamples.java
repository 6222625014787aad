package org.comity.bulletins.taxii;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.bulletins.bulletin.PublishedBulletins;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.Tokens;

/** TAXII as tests speak it. */
final class TaxiiExamples {

    static final String TYPE = "application/taxii+json;version=2.1";
    static final String ROOT = "/taxii2/comity/";
    static final String RELEASED = ROOT + "collections/bulletins/";
    static final String OWN = ROOT + "collections/drafts/";

    private TaxiiExamples() {}

    /** A request of this person, or of a state's system. */
    static RequestSpecification as(String who) {
        RequestSpecification request = who.endsWith("-system") ? Api.withToken(Tokens.ofSystem(who)) : Api.as(who);
        return request.header("Accept", TYPE);
    }

    /** Writes these objects. */
    static Response post(String who, String collection, String... objects) {
        return as(who).contentType(TYPE)
                .body("{\"objects\":[" + String.join(",", objects) + "]}")
                .post(collection + "objects/");
    }

    /** A report with this name that names these objects. */
    static String report(String id, String name, String... refs) {
        return """
                {"type":"report","spec_version":"2.1","id":"%s","created":"2026-01-31T12:00:00.000Z",
                 "modified":"2026-01-31T12:00:00.000Z","name":"%s","description":"It asks for catchers.",
                 "published":"2026-01-31T12:00:00.000Z","object_refs":["%s"]}""".formatted(id, name, String.join("\",\"", refs));
    }

    static String identity(String id, String name) {
        return """
                {"type":"identity","spec_version":"2.1","id":"%s","created":"2026-01-31T12:00:00.000Z",
                 "modified":"2026-01-31T12:00:00.000Z","name":"%s","identity_class":"organization"}""".formatted(id, name);
    }

    static String id(String type) {
        return type + "--" + UUID.randomUUID();
    }

    /** All objects of a collection, page by page, as {@code next} leads. */
    static List<Map<String, Object>> walk(String who, String address) {
        List<Map<String, Object>> all = new ArrayList<>();
        String next = "";
        while (true) {
            Response page = as(who).get(address + (next.isEmpty() ? "" : "&next=" + next));
            page.then().statusCode(200);
            List<Map<String, Object>> objects = page.path("objects");
            if (objects != null) {
                all.addAll(objects);
            }
            if (!Boolean.TRUE.equals(page.path("more"))) {
                return all;
            }
            next = page.path("next");
        }
    }

    /** Publishes a bulletin of the Netherlands. */
    static String published(String bulletinClass, String... states) {
        return PublishedBulletins.published(bulletinClass, states);
    }
}
