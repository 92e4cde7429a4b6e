package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.SummaryRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which answers of a form appear on the face of which licence (照面信息). */
@Component
final class LicenceFaces {
    private final Map<String, List<Line>> faces;

    record Line(String label, String field) {}

    LicenceFaces() {
        try (InputStream in = LicenceFaces.class.getResourceAsStream("/onestop/faces.json")) {
            faces = JsonMapper.shared().readValue(in, new TypeReference<Map<String, List<Line>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LinkedHashMap<String, String> face(String licenceType, FormDefinition form, Application application) {
        Map<String, SummaryRow> rows = form.summary(application.answers(), id -> id).stream()
                .collect(Collectors.toMap(SummaryRow::field, Function.identity(), (first, second) -> first));
        LinkedHashMap<String, String> face = new LinkedHashMap<>();
        for (Line line : faces.getOrDefault(licenceType, List.of())) {
            SummaryRow row = rows.get(line.field());
            if (row != null) {
                face.put(line.label(), row.value().replaceAll("（[^（）]*等[^（）]*）", ""));
            }
        }
        return face;
    }
}
