package org.comity.portal.entrance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.comity.portal.PortalConfig;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Frames;
import org.comity.portal.page.NoticePages;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;

/** The landing page, open to everybody, and what surrounds signing in. */
@Path("/")
class EntranceResource {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Landing(Page page, boolean known, List<Choice> people) implements TemplateInstance {}

    private final Frames frames;
    private final NoticePages notices;
    private final RoutingContext routing;
    private final String brandColour;

    EntranceResource(Frames frames, NoticePages notices, RoutingContext routing, PortalConfig config) {
        this.frames = frames;
        this.notices = notices;
        this.routing = routing;
        this.brandColour = config.portal().brandColour();
    }

    @GET
    @PermitAll
    public TemplateInstance landing() {
        Page page = frames.anonymous();
        Texts texts = page.texts(Texts.class);
        boolean known = routing.request().getCookie("q_session") != null;
        return page.show(new Landing(
                page,
                known,
                List.of(
                        Choice.of("nl.officer", texts.landingDemoOfficer()),
                        Choice.of("nl.approver", texts.landingDemoApprover()),
                        Choice.of("de.officer", texts.landingDemoReader()),
                        Choice.of("de.analyst", texts.landingDemoAnalyst()))));
    }

    /** Where Keycloak leads back to. Quarkus leads on from here; who arrives without having been sent starts at home. */
    @GET
    @Path("signed-in")
    public Response signedIn() {
        return Response.seeOther(URI.create("/home")).build();
    }

    @GET
    @Path("sign-in-failed")
    @PermitAll
    public TemplateInstance signInFailed() {
        return notices.signInFailed();
    }

    @GET
    @Path("back-in")
    public TemplateInstance backIn() {
        return notices.backIn();
    }

    /** The brand colour, a setting, as the one style that is not in the bundle. */
    @GET
    @Path("brand.css")
    @PermitAll
    @Produces("text/css")
    public Response brand() {
        String colour = brandColour.matches("#[0-9a-fA-F]{6}") ? brandColour : "#123a52";
        return Response.ok(":root{--comity-brand:" + colour + "}")
                .header("Cache-Control", "max-age=3600")
                .build();
    }
}
