package cn.gov.jiyuan.platform.forms;

import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Form definitions for the workbench and for anyone who builds on our forms. */
@RestController
@RequestMapping("/api/forms")
final class FormsController {
    private final Forms forms;

    FormsController(Forms forms) {
        this.forms = forms;
    }

    @GetMapping("/{id}")
    @Permitted(Permitted.PUBLIC)
    FormDefinition latest(@PathVariable String id) {
        return forms.latest(id);
    }

    @GetMapping("/{id}/versions/{version}")
    @Permitted(Permitted.PUBLIC)
    FormDefinition version(@PathVariable String id, @PathVariable int version) {
        return forms.find(id, version);
    }

    @GetMapping(
            path = "/{id}/schema",
            produces = {"application/schema+json", MediaType.APPLICATION_JSON_VALUE})
    @Permitted(Permitted.PUBLIC)
    JsonNode schema(@PathVariable String id) {
        return forms.latest(id).schema();
    }
}
