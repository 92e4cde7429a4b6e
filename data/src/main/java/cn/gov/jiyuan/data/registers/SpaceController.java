package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.access.Permitted;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Divisions and standard addresses, level by level. */
@RestController
@RequestMapping("/api/registers")
class SpaceController {
    private final Space space;

    SpaceController(Space space) {
        this.space = space;
    }

    /** @param code of 6, 9 or 12 digits; one of before 2005 is led to the present one */
    @GetMapping("/space")
    @Permitted("registers.space.read")
    Space.Place place(@RequestParam(defaultValue = "419001") String code) {
        return space.place(code);
    }

    @GetMapping("/addresses/{id}")
    @Permitted("registers.address.read")
    Space.AddressPage address(@PathVariable UUID id) {
        return space.address(id);
    }
}
