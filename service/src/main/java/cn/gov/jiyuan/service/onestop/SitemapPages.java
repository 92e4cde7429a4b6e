package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemCollections;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.platform.access.Permitted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** All that is public, for people on one page (网站地图) and for search engines as a list. */
@Controller
class SitemapPages {
    private static final int PORTION = 1_000;
    private static final List<String> FIXED = List.of(
            "/", "/people", "/firms", "/items", "/items/actual", "/ratings", "/conformance", "/verify", "/help");

    private final HomeContent content;
    private final ItemCollections collections;
    private final ItemCatalogue items;
    private final String site;

    SitemapPages(
            HomeContent content,
            ItemCollections collections,
            ItemCatalogue items,
            @Value("${jiyuan.site:http://localhost:8080}") String site) {
        this.content = content;
        this.collections = collections;
        this.items = items;
        this.site = site;
    }

    @GetMapping("/sitemap")
    @Permitted(Permitted.PUBLIC)
    String show(Model model) {
        model.addAttribute("content", content.now());
        model.addAttribute("sentences", collections.all());
        return "onestop/sitemap";
    }

    /** Written portion by portion, so that a catalogue of any size needs no memory. */
    @GetMapping("/sitemap.xml")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<StreamingResponseBody> xml() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(6)).cachePublic())
                .body(out -> {
                    out.write(
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    for (String path : FIXED) {
                        out.write(url(path));
                    }
                    for (ItemCollections.Sentence sentence : collections.all()) {
                        out.write(url(sentence.path()));
                    }
                    @Nullable String after = null;
                    List<ItemSummary> page;
                    do {
                        page = items.list(ItemFilter.ALL, after, PORTION);
                        for (ItemSummary item : page) {
                            out.write(url("/items/" + item.code()));
                        }
                        after = page.isEmpty() ? after : page.getLast().code();
                    } while (page.size() == PORTION);
                    out.write("</urlset>\n".getBytes(StandardCharsets.UTF_8));
                });
    }

    private byte[] url(String path) {
        return ("<url><loc>" + site + path + "</loc></url>\n").getBytes(StandardCharsets.UTF_8);
    }
}
