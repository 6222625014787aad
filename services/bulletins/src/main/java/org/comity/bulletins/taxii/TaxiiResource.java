package org.comity.bulletins.taxii;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** TAXII 2.1 over HTTP: openapi/bulletins.yaml. */
@Path(TaxiiResource.PATH)
@Produces(TaxiiMedia.TYPE)
class TaxiiResource {

    static final String PATH = "/taxii2";

    private static final String COLLECTION = "{root}/collections/{collection}/";
    private static final int ACCEPTED = 202;

    private final TaxiiRoots roots;
    private final TaxiiService service;
    private final TaxiiConfig config;

    TaxiiResource(TaxiiRoots roots, TaxiiService service, TaxiiConfig config) {
        this.roots = roots;
        this.service = service;
        this.config = config;
    }

    @GET
    @Path("/")
    public TaxiiViews.Discovery discovery(@Context UriInfo uri) {
        URI base = config.publicAddress().orElseGet(uri::getBaseUri);
        List<String> addresses = roots.all().stream()
                .map(root -> base.resolve(PATH + "/" + root.name() + "/").toString())
                .toList();
        return new TaxiiViews.Discovery(
                "Comity", "Bulletins on threats and risks, as STIX 2.1", addresses.getFirst(), addresses);
    }

    @GET
    @Path("{root}/")
    public TaxiiViews.Root root(@PathParam("root") String root) {
        return service.root(root);
    }

    @GET
    @Path("{root}/status/{status}/")
    public TaxiiViews.Status status(@PathParam("root") String root, @PathParam("status") UUID status) {
        return service.status(root, status);
    }

    @GET
    @Path("{root}/collections/")
    public TaxiiViews.Collections collections(@PathParam("root") String root) {
        return new TaxiiViews.Collections(roots.collections(roots.root(root)).stream()
                .map(TaxiiViews.Collection::of)
                .toList());
    }

    @GET
    @Path(COLLECTION)
    public TaxiiViews.Collection collection(@PathParam("root") String root, @PathParam("collection") String id) {
        return TaxiiViews.Collection.of(roots.collection(roots.root(root), id));
    }

    @GET
    @Path(COLLECTION + "manifest/")
    public Response manifest(@PathParam("root") String root, @PathParam("collection") String id, @Context UriInfo uri) {
        return TaxiiViews.page(service.manifest(root, id, uri.getQueryParameters()), TaxiiViews.Manifest::of);
    }

    @GET
    @Path(COLLECTION + "objects/")
    public Response objects(@PathParam("root") String root, @PathParam("collection") String id, @Context UriInfo uri) {
        return TaxiiViews.page(service.objects(root, id, uri.getQueryParameters()), TaxiiViews.Envelope::of);
    }

    @POST
    @Path(COLLECTION + "objects/")
    @Consumes(TaxiiMedia.TYPE)
    public Response add(@PathParam("root") String root, @PathParam("collection") String id, String envelope) {
        return Response.status(ACCEPTED).entity(service.add(root, id, envelope)).build();
    }

    @GET
    @Path(COLLECTION + "objects/{object}/")
    public Response object(
            @PathParam("root") String root,
            @PathParam("collection") String id,
            @PathParam("object") String object,
            @Context UriInfo uri) {
        return TaxiiViews.page(service.object(root, id, object, uri.getQueryParameters()), TaxiiViews.Envelope::of);
    }

    @DELETE
    @Path(COLLECTION + "objects/{object}/")
    public Response remove(
            @PathParam("root") String root,
            @PathParam("collection") String id,
            @PathParam("object") String object,
            @Context UriInfo uri) {
        service.remove(root, id, object, uri.getQueryParameters());
        return Response.ok().build();
    }

    @GET
    @Path(COLLECTION + "objects/{object}/versions/")
    public Response versions(
            @PathParam("root") String root,
            @PathParam("collection") String id,
            @PathParam("object") String object,
            @Context UriInfo uri) {
        return TaxiiViews.page(service.versions(root, id, object, uri.getQueryParameters()), TaxiiViews.Versions::of);
    }
}
