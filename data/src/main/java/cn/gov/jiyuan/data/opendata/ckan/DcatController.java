package cn.gov.jiyuan.data.opendata.ckan;

import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.data.opendata.release.Shelf;
import cn.gov.jiyuan.platform.access.Permitted;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue in DCAT-AP 3, whole or one dataset, as JSON-LD and Turtle; written as it is read. */
@Controller("opendata.DcatController")
class DcatController {
    private static final int PORTION = 100;
    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
    private static final MediaType TURTLE = MediaType.parseMediaType("text/turtle;charset=UTF-8");

    private final Shelf shelf;

    DcatController(Shelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping("/open/catalog.jsonld")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<StreamingResponseBody> jsonLd() {
        Dcat dcat = dcat();
        return answer(JSON_LD, out -> jsonLd(out, writer -> everything(dcat, writer)));
    }

    @GetMapping("/open/catalog.ttl")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<StreamingResponseBody> turtle() {
        Dcat dcat = dcat();
        return answer(TURTLE, out -> turtle(out, writer -> everything(dcat, writer)));
    }

    @GetMapping("/open/datasets/{identifier:[a-z0-9-]+}.jsonld")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<StreamingResponseBody> oneAsJsonLd(@PathVariable String identifier) {
        Graph graph = graph(dcat(), shelf.offered(identifier));
        return answer(JSON_LD, out -> jsonLd(out, writer -> writer.write(graph)));
    }

    @GetMapping("/open/datasets/{identifier:[a-z0-9-]+}.ttl")
    @Permitted(Permitted.PUBLIC)
    ResponseEntity<StreamingResponseBody> oneAsTurtle(@PathVariable String identifier) {
        Graph graph = graph(dcat(), shelf.offered(identifier));
        return answer(TURTLE, out -> turtle(out, writer -> writer.write(graph)));
    }

    private static Dcat dcat() {
        return new Dcat(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    }

    private static ResponseEntity<StreamingResponseBody> answer(MediaType type, Body body) {
        return ResponseEntity.ok().contentType(type).body(out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            body.write(writer);
            writer.flush();
        });
    }

    private interface Body {
        void write(Writer writer) throws IOException;
    }

    /** Takes graphs one by one. */
    private interface Taker {
        void write(Graph graph) throws IOException;
    }

    private interface Source {
        void writeTo(Taker taker) throws IOException;
    }

    private void everything(Dcat dcat, Taker taker) throws IOException {
        taker.write(dcat.head());
        List<OpenDataset> portion;
        int offset = 0;
        do {
            portion = shelf.search(new Shelf.Query("", null, "", null, "", Shelf.Sorting.NAME, offset, PORTION))
                    .datasets();
            for (OpenDataset dataset : portion) {
                taker.write(graph(dcat, dataset));
            }
            offset += PORTION;
        } while (portion.size() == PORTION);
    }

    private Graph graph(Dcat dcat, OpenDataset dataset) {
        return dcat.of(dataset, shelf.version(dataset, dataset.version()));
    }

    private static void turtle(Writer writer, Source source) throws IOException {
        for (Map.Entry<String, String> prefix : Graph.PREFIXES.entrySet()) {
            writer.write("@prefix " + prefix.getKey() + ": <" + prefix.getValue() + "> .\n");
        }
        writer.write("\n");
        source.writeTo(graph -> writer.write(graph.turtle()));
    }

    private static void jsonLd(Writer writer, Source source) throws IOException {
        JsonMapper json = JsonMapper.shared();
        writer.write("{\"@context\":" + json.writeValueAsString(Graph.PREFIXES) + ",\"@graph\":[");
        boolean[] begun = {false};
        source.writeTo(graph -> {
            for (Map<String, Object> node : graph.nodes()) {
                writer.write((begun[0] ? ",\n" : "\n") + json.writeValueAsString(node));
                begun[0] = true;
            }
        });
        writer.write("\n]}\n");
    }
}
