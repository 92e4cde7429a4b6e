package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.Layout;
import cn.gov.jiyuan.platform.documents.Metadata;
import cn.gov.jiyuan.platform.documents.Notice;
import cn.gov.jiyuan.platform.documents.PdfDocuments;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The three materials that every applicant of the demonstration hands in: real files, plainly marked as examples. */
final class DemoFiles {
    private DemoFiles() {}

    /** @param sm3 digest of its content */
    record Named(UUID id, String name, String material, String sm3) {}

    static Map<String, Named> store(FileStore files, PdfDocuments pdf, Fonts fonts, Clock clock) {
        Map<String, Named> stored = new LinkedHashMap<>();
        stored.put("subjectProof", put(files, pdf, fonts, clock, "营业执照复印件", "M02", "本页代替营业执照复印件。"));
        stored.put("layout", put(files, pdf, fonts, clock, "设备设施和经营布局图", "M03", "本页代替经营布局图：加工区、专间、餐用具清洗消毒区、贮存区、就餐区。"));
        stored.put(
                "rules",
                put(
                        files,
                        pdf,
                        fonts,
                        clock,
                        "食品安全规章制度目录清单",
                        "M04",
                        "从业人员健康管理制度、食品安全自查制度、进货查验记录制度、场所及设施设备清洗消毒和维修保养制度、食品安全事故处置方案。"));
        return stored;
    }

    /** One example for each file that a form asks for. */
    static Map<String, Named> store(
            ItemGuide guide, FormDefinition form, FileStore files, PdfDocuments pdf, Fonts fonts, Clock clock) {
        Map<String, Named> stored = new LinkedHashMap<>();
        form.materials().forEach((material, field) -> {
            String name = guide.content().materials().stream()
                    .filter(wanted -> wanted.code().equals(material))
                    .map(Material::name)
                    .findFirst()
                    .orElse(field.label());
            String title = name.length() > 40 ? name.substring(0, 40) : name;
            stored.put(
                    field.name(),
                    put(files, pdf, fonts, clock, title, material, "本页代替“" + guide.name() + "”的申请材料：" + name + "。"));
        });
        return stored;
    }

    private static Named put(
            FileStore files, PdfDocuments pdf, Fonts fonts, Clock clock, String title, String material, String text) {
        Layout layout = new Notice(
                        "演示材料",
                        title,
                        "演示数据",
                        "受理窗口",
                        List.of(text, "本材料为演示数据，不对应任何真实的市场主体。"),
                        List.of(),
                        LocalDate.now(clock),
                        "/verify")
                .layout(fonts);
        byte[] content = pdf.render(
                layout,
                new Metadata(
                        UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        "演示材料",
                        clock.instant(),
                        Map.of("名称", title)));
        FileStore.StoredFile file = files.put(Actor.SYSTEM, title + ".pdf", "application/pdf", content);
        return new Named(file.id(), file.name(), material, file.sm3());
    }
}
