package cn.gov.jiyuan.data.exchange.collecting.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    @TempDir
    Path folder;

    @Test
    void a_broken_quote_costs_one_line_and_not_the_rest_of_the_file() throws IOException {
        Path file = folder.resolve("large.csv");
        int rows = 300_000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("证件号码,姓名,地址\n");
            for (int i = 1; i <= rows; i++) {
                out.write(i == 150_000 ? "150000,\"张三,宣化街\n" : i + ",\"李四\",沁园路 " + i + " 号\n");
            }
        }
        Collected found = read(file, "");
        assertThat(found.rows).hasSize(rows - 1);
        assertThat(found.broken).singleElement().asString().startsWith("150001：").contains("150000,\"张三");
        assertThat(found.rows.get(149_999)).containsExactly("150001", "李四", "沁园路 150001 号");
        assertThat(found.lines.getLast()).isEqualTo(rows + 1);
    }

    @Test
    void a_quote_that_is_never_closed_is_named_and_the_lines_after_it_are_read() throws IOException {
        Path file = text("a.csv", "a,b\n1,\"x\n2,y\n3,z\n", StandardCharsets.UTF_8);
        Collected found = read(file, "");
        assertThat(found.rows).hasSize(2);
        assertThat(found.broken).singleElement().asString().startsWith("2：引号没有闭合");
    }

    @Test
    void cells_may_hold_quotes_delimiters_and_line_breaks() throws IOException {
        Path file = text("a.csv", "a;b\r\n\"1;2\";\"他说\"\"好\"\"\r\n第二行\"\r\n\r\n3;\r\n", StandardCharsets.UTF_8);
        Collected found = read(file, "");
        assertThat(found.rows.getFirst()).containsExactly("1;2", "他说\"好\"\r\n第二行");
        assertThat(found.rows.getLast()).containsExactly("3", "");
        assertThat(found.lines).containsExactly(2L, 5L);
        assertThat(found.broken).isEmpty();
    }

    @Test
    void a_line_with_another_number_of_cells_is_isolated() throws IOException {
        Collected found = read(text("a.csv", "a,b\n1,2\n1,2,3\n1\n1,2,\n", StandardCharsets.UTF_8), "");
        assertThat(found.rows).hasSize(2);
        assertThat(found.broken).hasSize(2);
        assertThat(found.broken.getFirst()).contains("有 3 列，表头为 2 列");
    }

    @Test
    void encodings_are_told_apart_even_after_a_megabyte_of_ascii() throws IOException {
        String rows = "code,name\n" + "1234567,abcdefgh\n".repeat(100_000) + "7,济源示范区\n";
        for (String charset : new String[] {"UTF-8", "GB18030"}) {
            Collected found = read(text(charset + ".csv", rows, Charset.forName(charset)), "");
            assertThat(found.rows.getLast()).as(charset).containsExactly("7", "济源示范区");
        }
        Collected marked = read(text("bom.csv", "\uFEFFcode,name\n1,愚公\n", StandardCharsets.UTF_8), "");
        assertThat(marked.columns).containsExactly("code", "name");
        Collected wide = read(text("wide.csv", "\uFEFFcode,name\n1,愚公\n", StandardCharsets.UTF_16LE), "");
        assertThat(wide.rows.getFirst()).containsExactly("1", "愚公");
    }

    @Test
    void a_line_in_another_encoding_is_isolated() throws IOException {
        Path file = folder.resolve("mixed.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("编号,名称\n1,济源\n2,沁园\n".getBytes(StandardCharsets.UTF_8));
            out.write("3,天坛\n".getBytes("GB18030"));
            out.write("4,北海\n".getBytes(StandardCharsets.UTF_8));
        }
        Collected found = read(file, "");
        assertThat(found.rows).hasSize(3);
        assertThat(found.broken).singleElement().asString().startsWith("4：有无法识别的字符");
    }

    @Test
    void a_file_full_of_open_quotes_is_refused_and_not_read_for_ever() throws IOException {
        Path file = text("hostile.csv", "a,b\n" + "\"x\n".repeat(200_000), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(file, ""))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("引号没有闭合");
    }

    @Test
    void results_of_formulas_are_taken_and_formulas_without_are_named() throws IOException {
        Path file = workbook(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>金额</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>日期</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" s=\"1\"><v>44830</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><f>SUM(C1)</f></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"e\"><v>#REF!</v></c></row>");
        Collected found = read(file, "");
        assertThat(found.columns).containsExactly("金额", "日期");
        assertThat(found.rows.getFirst()).containsExactly("2", LocalDate.of(2022, 9, 26));
        assertThat(found.rows.get(1).getFirst())
                .isInstanceOfSatisfying(CellFault.class, fault -> assertThat(fault.reason())
                        .contains("=SUM(C1)"));
        assertThat(found.rows.get(2).getFirst())
                .isInstanceOfSatisfying(CellFault.class, fault -> assertThat(fault.reason())
                        .contains("#REF!"));
    }

    @Test
    void a_sheet_with_16384_columns_is_refused_by_name() throws IOException {
        Path file = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>");
        assertThatThrownBy(() -> read(file, ""))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("第 16384 列")
                .hasMessageContaining("500 列");
    }

    @Test
    void a_zip_bomb_is_not_unpacked() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData><row r=\"1\">".getBytes(StandardCharsets.UTF_8));
            byte[] spaces = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        assertThatThrownBy(() -> read(file, ""))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("压缩炸弹");
    }

    @Test
    void json_is_read_as_array_or_as_lines_and_a_broken_line_is_isolated() throws IOException {
        Collected array = read(
                text("a.json", "{\"code\":0,\"data\":{\"rows\":[{\"id\":1,\"p\":{\"n\":\"甲\"}},{\"id\":2,\"x\":[1,2]}]}}", StandardCharsets.UTF_8),
                "/data/rows");
        assertThat(array.columns).containsExactly("id", "p.n", "x");
        assertThat(array.rows.get(1)).containsExactly(new java.math.BigInteger("2"), null, "[1,2]");
        Collected lines =
                read(text("b.jsonl", "{\"id\":1}\n{\"id\":2,\n{\"id\":3}\n[4]\n", StandardCharsets.UTF_8), "");
        assertThat(lines.rows).hasSize(2);
        assertThat(lines.broken).hasSize(2);
        assertThat(lines.broken.getFirst()).startsWith("2：不是合法的 JSON");
    }

    @Test
    void json_without_end_is_refused() throws IOException {
        Path deep = text("deep.json", "[" + "{\"a\":".repeat(5_000), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(deep, "")).isInstanceOf(UnreadableException.class);
        Path cut = text("cut.json", "[{\"a\":1},\n{\"a\":", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(cut, "")).isInstanceOf(UnreadableException.class).hasMessageContaining("第 2 行");
    }

    @Test
    void xml_rows_are_read_and_entities_refused() throws IOException {
        Collected found = read(
                text("a.xml", "<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<list><row no=\"1\"><name>济源</name><at><x>1</x></at></row><row no=\"2\"><name><![CDATA[<b>]]></name></row></list>", Charset.forName("GB18030")),
                "row");
        assertThat(found.columns).containsExactly("no", "name", "at.x");
        assertThat(found.rows.getFirst()).containsExactly("1", "济源", "1");
        assertThat(found.rows.get(1)).containsExactly("2", "<b>", null);
        Path secret = text("secret.txt", "密码", StandardCharsets.UTF_8);
        for (String evil : new String[] {
            "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><r><a><b>&x;</b></a></r>",
            "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><r><a><b>&b;</b></a></r>"
        }) {
            Path file = text("evil.xml", evil, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> read(file, ""))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("DTD");
        }
        Path deep = text("deep.xml", "<a>".repeat(10_000), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(deep, "x")).isInstanceOf(UnreadableException.class);
    }

    private Path text(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private static Collected read(Path file, String rowsAt) {
        Collected found = new Collected();
        FileFormat.named(file.getFileName().toString()).orElseThrow().read(file, rowsAt, found);
        return found;
    }

    private Path workbook(String rows) throws IOException {
        Path file = folder.resolve("book.xlsx");
        Map<String, String> parts = Map.of(
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
