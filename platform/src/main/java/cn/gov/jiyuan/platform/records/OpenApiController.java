package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of what the caller may use. */
@RestController
class OpenApiController {
    private final Records records;
    private final ObjectProvider<OpenApiPart> parts;

    OpenApiController(Records records, ObjectProvider<OpenApiPart> parts) {
        this.records = records;
        this.parts = parts;
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Permitted(Permitted.SIGNED_IN)
    ObjectNode document(Actor actor) {
        OpenApi document = new OpenApi();
        records.types(actor).forEach(type -> document.add(type, records.columns(actor, type)));
        parts.orderedStream().forEach(part -> part.describe(document.node()));
        return document.node();
    }
}
