package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.sheets.SheetRow;
import cn.gov.jiyuan.platform.sheets.SheetRows;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRulesTest {
    private static final String CODE = ItemsFixture.CODE;
    private final ImportRules rules = new ImportRules(
            List.of(ItemsFixture.MARKET),
            code -> code.equals("000131013000")
                    ? Optional.of(new StandingStore.Entry(code, "食品经营许可", "01", null))
                    : Optional.empty(),
            code -> false,
            new RowScope.All(),
            LocalDate.of(2026, 11, 22));

    @TempDir
    private Path folder;

    @Test
    void oldAndOddCodesAreRefusedWithTheirReason() {
        assertThat(OddCode.ofBasic("511A0138000000").orElseThrow()).contains("14 位的旧地方编码");
        assertThat(OddCode.ofBasic("511Z07001006").orElseThrow()).contains("含字母的旧地方编码");
        assertThat(OddCode.ofBasic("G").orElseThrow()).contains("不是编码");
        assertThat(OddCode.ofBasic("").orElseThrow()).contains("没有基本编码");
        assertThat(OddCode.ofBasic("4.11007E+11").orElseThrow()).contains("改成了数字");
        assertThat(OddCode.ofBasic("000131013000")).isEmpty();
        assertThat(OddCode.ofImplementation(CODE + "01").orElseThrow()).contains("33 位");
        assertThat(OddCode.ofImplementation(CODE.substring(0, 24)).orElseThrow())
                .contains("24 位旧口径");
        assertThat(OddCode.ofImplementation(CODE)).isEmpty();
    }

    @Test
    void everythingWrongWithARowIsSaidAtOnce() {
        ImportRules.Verdict<ItemGuide> verdict = rules.item(row(Map.of(
                ImportColumn.CODE, CODE.replace("Q3", "Q9"),
                ImportColumn.NAME, "",
                ImportColumn.LEGAL, "10 个工作日",
                ImportColumn.PROMISE, "25 个工作日",
                ImportColumn.ONLINE, "也许")));
        assertThat(verdict.good()).isFalse();
        assertThat(String.join("；", verdict.problems()))
                .contains("没有事项名称")
                .contains("行使层级")
                .contains("承诺时限 25 个工作日 超过法定时限 10 个工作日")
                .contains("“也许”应填是或者否");
    }

    @Test
    void aGoodRowBecomesAnItemOfItsUnit() {
        ItemGuide guide = rules.item(row(Map.of(
                        ImportColumn.BASIC_CODE, "000131013000",
                        ImportColumn.NAME, "食品经营许可（变更）",
                        ImportColumn.UNIT, "市场监管局",
                        ImportColumn.TYPE, "1",
                        ImportColumn.PROMISE, "5")))
                .value();
        assertThat(guide).isNotNull();
        assertThat(guide.code()).isEqualTo(CODE);
        assertThat(guide.name()).isEqualTo("食品经营许可（变更）");
        assertThat(guide.content().terms().promise()).isEqualTo(LegalTerm.workdays(5));
    }

    @Test
    void anUnknownUnitAndAnUnknownEntryAreNamed() {
        assertThat(rules.item(row(Map.of(
                                ImportColumn.BASIC_CODE, "000131099000",
                                ImportColumn.NAME, "某事项",
                                ImportColumn.UNIT, "区经信局")))
                        .problems())
                .containsExactly("实施主体“区经信局”不在本地机构表中");
        assertThat(rules.item(row(Map.of(
                                ImportColumn.BASIC_CODE, "000131099000",
                                ImportColumn.NAME, "某事项",
                                ImportColumn.UNIT, "market")))
                        .problems())
                .containsExactly("基本编码 000131099000 不在基本目录中");
    }

    @Test
    void tablesAreReadInEitherEncodingAndAsWorkbooks() throws IOException {
        String text = "事项名称,基本编码\r\n\"带“引号\"\"和,逗号\",000131013000\r\n";
        Path utf8 = Files.write(folder.resolve("a.csv"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        Path gb = Files.write(folder.resolve("b.csv"), text.getBytes(Charset.forName("GB18030")));
        for (Path file : List.of(utf8, gb)) {
            assertThat(rows(file)).containsExactly(List.of("事项名称", "基本编码"), List.of("带“引号\"和,逗号", "000131013000"));
        }
        Path book = folder.resolve("c.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(book))) {
            part(
                    zip,
                    "xl/sharedStrings.xml",
                    "<sst><si><t>事项</t><t>名称</t></si><si><r><t>甲</t></r><rPh><t>x</t></rPh></si></sst>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>编码</t></is></c></row>"
                            + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\"><v>5</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row></sheetData></worksheet>");
        }
        assertThat(rows(book)).containsExactly(List.of("事项名称", "", "编码"), List.of("甲", "5", "是"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>",
                "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\""
                        + " t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>999999999</v></c></row></sheetData></worksheet>",
            })
    void aWorkbookMadeToHarmIsUnreadable(String sheet) throws IOException {
        Path book = folder.resolve("d.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(book))) {
            part(zip, "xl/worksheets/sheet1.xml", sheet.replace("%s", "长".repeat(40_000)));
        }
        assertThatThrownBy(() -> rows(book)).hasMessageContaining("sheets.unreadable");
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        SheetRows.read(file, String.valueOf(file.getFileName()), (line, cells) -> rows.add(cells));
        return rows;
    }

    private static ImportedRow row(Map<ImportColumn, String> cells) {
        Map<String, String> named = new HashMap<>();
        cells.forEach((column, text) -> named.put(column.name(), text));
        return new ImportedRow(new SheetRow(2, named));
    }
}
