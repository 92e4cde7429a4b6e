package cn.gov.jiyuan.platform.conformance;

import cn.gov.jiyuan.platform.access.Permitted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@RequestMapping("/api/conformance")
class ConformanceController {
    private final Conformance conformance;

    ConformanceController(Conformance conformance) {
        this.conformance = conformance;
    }

    @GetMapping
    @Permitted(Permitted.PUBLIC)
    Conformance.Report report() {
        return conformance.report();
    }
}
