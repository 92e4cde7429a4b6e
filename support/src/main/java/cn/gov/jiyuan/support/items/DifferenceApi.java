package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the province's list differs from ours. */
@RestController
@RequestMapping("/api/items/differences/{id}")
class DifferenceApi {
    private final Differences differences;

    DifferenceApi(Differences differences) {
        this.differences = differences;
    }

    record Note(String note) {}

    @PostMapping("/settle")
    @Permitted(Differences.SETTLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id, @RequestBody Note note, Actor actor) {
        differences.settle(actor, id, note.note());
    }
}
