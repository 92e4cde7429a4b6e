package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.FormSheet;
import cn.gov.jiyuan.platform.documents.Metadata;
import cn.gov.jiyuan.platform.documents.PdfDocuments;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.Forms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Blank forms and filled samples of materials (空白表、样表), made when they are asked for: the application form from the
 * form that is asked online, others from {@code sheets/sheets.json}. So paper and screen never ask different things.
 */
@Component
final class MaterialSheets {
    private static final int KEPT = 48;

    private final Forms forms;
    private final Fonts fonts;
    private final PdfDocuments documents;
    private final String site;
    private final Map<String, Sheet> byName = sheets();
    /** Files follow from the version of the item alone, so that any node may keep what it has made. */
    private final Map<String, byte[]> made = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    MaterialSheets(
            Forms forms,
            Fonts fonts,
            PdfDocuments documents,
            @Value("${jiyuan.site:http://localhost:8080}") String site) {
        this.forms = forms;
        this.fonts = fonts;
        this.documents = documents;
        this.site = site;
    }

    /** Whether there is a form to fill in for the material. */
    boolean has(ItemContent content, Material material) {
        return byName.containsKey(material.name()) || isApplication(content, material);
    }

    /** The file; empty if the material is none that one fills in. */
    Optional<byte[]> pdf(ItemGuide guide, String materialCode, boolean sample) {
        String key = guide.ref() + "/" + materialCode + "/" + sample;
        byte[] known = made.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> file = guide.content().materials().stream()
                .filter(material -> material.code().equals(materialCode))
                .findFirst()
                .flatMap(material -> sheet(guide, material, sample))
                .map(sheet -> documents.render(sheet.layout(fonts), metadata(key, sheet, guide)));
        file.ifPresent(bytes -> made.put(key, bytes));
        return file;
    }

    private Optional<FormSheet> sheet(ItemGuide guide, Material material, boolean sample) {
        Sheet sheet = byName.get(material.name());
        if (sheet != null) {
            return Optional.of(
                    sheet(guide, sheet.title(), sample, sheet.intro(), sheet.sections(sample), sheet.closing()));
        }
        if (!isApplication(guide.content(), material)) {
            return Optional.empty();
        }
        FormDefinition form = form(guide.content());
        return Optional.of(sheet(
                guide,
                material.name(),
                sample,
                List.of("办理事项：" + guide.name() + "。受理单位：" + guide.unitName() + "。"),
                sample ? FormRows.filled(form) : FormRows.blank(form),
                List.of(sample ? "申请人签名（盖章）：张样例（样例）　　2026 年 1 月 5 日" : "申请人签名（盖章）：　　　　　　　　　　　年　　月　　日")));
    }

    private FormSheet sheet(
            ItemGuide guide,
            String title,
            boolean sample,
            List<String> intro,
            List<FormSheet.Section> sections,
            List<String> closing) {
        return new FormSheet(
                title + (sample ? "（样表）" : ""),
                sample,
                intro,
                sections,
                closing,
                "济源政务服务网　" + guide.name() + "　第 " + guide.version() + " 版",
                site + "/items/" + guide.code());
    }

    /** The application itself is the applicant's first material that no upload of the form delivers. */
    private boolean isApplication(ItemContent content, Material material) {
        String formId = content.handling().formId();
        if (formId == null || material.source() != Material.Source.APPLICANT || !forms.exists(formId)) {
            return false;
        }
        Map<String, ?> uploads = form(content).materials();
        return content.materials().stream()
                .filter(one -> one.source() == Material.Source.APPLICANT && !uploads.containsKey(one.code()))
                .findFirst()
                .filter(material::equals)
                .isPresent();
    }

    private FormDefinition form(ItemContent content) {
        @Nullable Integer version = content.handling().formVersion();
        String id = String.valueOf(content.handling().formId());
        return version == null ? forms.latest(id) : forms.find(id, version);
    }

    /** No moment of making: the same version gives the same file on every node. */
    private static Metadata metadata(String key, FormSheet sheet, ItemGuide guide) {
        LocalDate from = guide.effectiveFrom();
        Instant at = from == null ? Instant.EPOCH : from.atStartOfDay().toInstant(ZoneOffset.ofHours(8));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("名称", sheet.title());
        fields.put("事项", guide.name());
        fields.put("实施编码", guide.code());
        fields.put("样例", sheet.sample() ? "是" : "否");
        return new Metadata(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), "济源政务服务网", at, fields);
    }

    private static Map<String, Sheet> sheets() {
        try (InputStream in = MaterialSheets.class.getResourceAsStream("/sheets/sheets.json")) {
            if (in == null) {
                throw new Fault(ItemsError.REFERENCE_DATA, "sheets.json");
            }
            Map<String, Sheet> sheets = new HashMap<>();
            JsonMapper.shared()
                    .readValue(in, new TypeReference<List<Sheet>>() {})
                    .forEach(sheet -> sheet.names().forEach(name -> sheets.put(name, sheet)));
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
