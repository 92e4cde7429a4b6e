package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.documents.QrCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one takes along from a guide: blank forms and samples to print, and the guide itself onto the phone. */
@Controller
class MaterialPages {
    private static final CacheControl SHARED =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final ItemCatalogue items;
    private final MaterialSheets sheets;
    private final String site;

    MaterialPages(
            ItemCatalogue items, MaterialSheets sheets, @Value("${jiyuan.site:http://localhost:8080}") String site) {
        this.items = items;
        this.sheets = sheets;
        this.site = site;
    }

    @GetMapping("/items/{code}/materials/{material}/blank.pdf")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> blank(@PathVariable String code, @PathVariable String material) {
        return file(code, material, false);
    }

    @GetMapping("/items/{code}/materials/{material}/sample.pdf")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<byte[]> sample(@PathVariable String code, @PathVariable String material) {
        return file(code, material, true);
    }

    private ResponseEntity<byte[]> file(String code, String material, boolean sample) {
        ItemGuide guide = guide(code);
        byte[] pdf = sheets.pdf(guide, material, sample).orElseThrow(() -> new Fault(ItemsError.NO_SHEET, material));
        String name = guide.name() + "-" + material + (sample ? "-样表.pdf" : "-空白表.pdf");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(SHARED)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    @GetMapping("/items/{code}/qr.svg")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<String> code(@PathVariable String code) {
        ItemGuide guide = guide(code);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(SHARED)
                .body(QrCode.svg(site + "/items/" + guide.code(), "办事指南的二维码"));
    }

    private ItemGuide guide(String code) {
        return items.inForce(code).orElseThrow(() -> new Fault(ItemsError.UNKNOWN, code));
    }
}
