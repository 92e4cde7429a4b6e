package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers by which a form is filled in as an example (样表): valid in every format, and plainly invented. */
final class SampleAnswers {
    private static final Map<String, String> BY_WORD = words();

    private SampleAnswers() {}

    /** Walks from page to page as an applicant does, taking the first of all choices. */
    static Answers of(FormDefinition form) {
        Answers answers = Answers.EMPTY;
        FormPage page = form.pages().getFirst();
        while (page != null) {
            Map<String, Object> own = new LinkedHashMap<>();
            page.fields().forEach(field -> own.put(field.name(), answer(field)));
            answers = form.merge(answers, page, Answers.of(own));
            page = form.next(page, answers).orElse(null);
        }
        return answers;
    }

    private static Object answer(FormField field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field);
            case CHOICE -> field.options().getFirst().value();
            case CHOICES -> List.of(field.options().getFirst().value());
            case INTEGER, NUMBER, MONEY -> number(field);
            case BOOLEAN -> field.limits().mustAgree();
            case DATE -> "2026-03-01";
            case CITIZEN_ID -> "419001199003070015";
            case USCC -> "92419001MA4000AB86";
            case PHONE -> "13800000000";
            case FILES -> List.of("（附件）");
            case ROWS -> rows(field);
        };
    }

    private static Object number(FormField field) {
        BigDecimal least = Objects.requireNonNullElse(field.limits().minimum(), BigDecimal.ONE);
        BigDecimal most = field.limits().maximum();
        BigDecimal usual = new BigDecimal("100");
        boolean fits = least.compareTo(usual) <= 0 && (most == null || most.compareTo(usual) >= 0);
        return fits ? usual : least.max(BigDecimal.ONE);
    }

    private static String text(FormField field) {
        String example = field.hints().example();
        return example != null ? example : fitting(field, invented(field.label()));
    }

    private static String invented(String label) {
        return BY_WORD.entrySet().stream()
                .filter(entry -> label.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("样例内容");
    }

    private static String fitting(FormField field, String text) {
        int least = Objects.requireNonNullElse(field.limits().minLength(), 1);
        @Nullable Integer most = field.limits().maxLength();
        String pattern = field.limits().pattern();
        if (pattern != null && !text.matches(pattern)) {
            return matching(pattern, least);
        }
        String filled = text.length() >= least ? text : text + "（样例）".repeat(1 + (least - text.length()) / 4);
        return most == null || filled.length() <= most ? filled : filled.substring(0, most);
    }

    /** Patterns without an example are those of cells: a number plate, or a code of letters and digits. */
    private static String matching(String pattern, int least) {
        return "豫U00000".matches(pattern)
                ? "豫U00000"
                : "419001199003070015".matches(pattern) ? "419001199003070015" : "0".repeat(Math.max(least, 1));
    }

    private static List<Map<String, Object>> rows(FormField field) {
        Map<String, Object> row = new LinkedHashMap<>();
        field.columns().forEach(column -> row.put(column.name(), answer(column)));
        return Collections.nCopies(
                Math.max(Objects.requireNonNullElse(field.limits().minLength(), 1), 1), row);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("孩子姓名", "张小样");
        words.put("母亲", "王样例");
        words.put("户主", "张样例");
        words.put("经营者", "张样例");
        words.put("单位名称", "济源市样例建设有限公司");
        words.put("工程名称", "样例花园 1 号楼");
        words.put("医疗机构名称", "济源样例门诊部");
        words.put("姓名", "张样例");
        words.put("负责人", "李样例");
        words.put("联系人", "李样例");
        words.put("名称", "济源市样例商贸有限公司");
        words.put("地址", "济源市样例路 100 号");
        words.put("住址", "济源市样例路 100 号");
        words.put("住所", "济源市样例路 100 号");
        words.put("场所", "济源市样例路 100 号");
        words.put("银行", "样例银行济源支行");
        words.put("招牌", "样例饭店");
        words.put("岗位", "服务员");
        words.put("车型", "重型厢式货车");
        words.put("证书", "样例 0000000000");
        words.put("从业资格证", "样例 0000000000");
        words.put("网址", "https://shop.example.com");
        words.put("说明", "按实际情况写清楚时间、地点和经过");
        words.put("用途", "办公");
        return words;
    }
}
