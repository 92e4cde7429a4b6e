package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The stewards' desk: what could be opened, what the gate would say, and registering it. */
@RestController("opendata.DeskController")
@RequestMapping("/api/opendata/desk")
class DeskController {
    private final Registration registration;

    DeskController(Registration registration) {
        this.registration = registration;
    }

    @GetMapping("/resources")
    @Permitted("opendata.dataset.register")
    List<Registration.Candidate> resources(Actor actor) {
        return registration.candidates(actor);
    }

    @GetMapping("/preview")
    @Permitted("opendata.dataset.register")
    Registration.Preview preview(
            Actor actor, @RequestParam String resource, @RequestParam(defaultValue = "") List<String> columns) {
        return registration.preview(actor, resource, columns);
    }

    @PostMapping("/datasets")
    @Permitted("opendata.dataset.register")
    @ResponseStatus(HttpStatus.CREATED)
    Registration.Registered register(Actor actor, @RequestBody Registration.Form form) {
        return registration.register(actor, form);
    }

    @GetMapping("/datasets/{id}")
    @Permitted("opendata.dataset.read")
    Registration.Checked checked(Actor actor, @PathVariable UUID id) {
        return registration.checked(actor, id);
    }
}
