package cn.gov.jiyuan.data.opendata.portal;

import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What stands at an address whose data were called back. */
final class GonePage {
    private GonePage() {}

    static ModelAndView of(OpenDataset dataset) {
        return new ModelAndView(
                "opendata/gone", Map.of("dataset", dataset, "stopped", Card.day(dataset.stoppedAt())), HttpStatus.GONE);
    }
}
