package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.SpecialProcedure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The procedures whose time may be left out of the term (特别程序，除外时间). The law names some for every
 * item (行政许可法第 45 条, rule {@code onestop.excluded.procedures}); the others stop the clock only where the item says so.
 */
enum Procedure {
    HEARING("hearing", "听证", "听证", true),
    TENDER("tender", "招标", "招标", true),
    AUCTION("auction", "拍卖", "拍卖", true),
    INSPECTION("inspection", "检验", "检验", true),
    TEST("test", "检测", "检测", true),
    QUARANTINE("quarantine", "检疫", "检疫", true),
    APPRAISAL("appraisal", "鉴定", "鉴定|评定", true),
    REVIEW("review", "专家评审", "专家", true),
    SITE("site", "现场勘查", "现场|入户|踏勘", false),
    PUBLICITY("publicity", "公示", "公示|公告", false);

    private final String code;
    private final String label;
    private final Pattern words;
    private final boolean byLaw;

    Procedure(String code, String label, String words, boolean byLaw) {
        this.code = code;
        this.label = label;
        this.words = Pattern.compile(words);
        this.byLaw = byLaw;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    static Optional<Procedure> of(@Nullable Object code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }

    /** How the item itself calls it: 现场核查. */
    String name(ItemContent content) {
        return own(content).stream()
                .findFirst()
                .map(SpecialProcedure::name)
                .filter(name -> !byLaw || name.contains(label))
                .orElse(label);
    }

    /**
     * Whether it stops the clock of this item's matters.
     *
     * @param excluded labels of those that the law leaves out for every item
     */
    boolean stopsClock(ItemContent content, List<String> excluded) {
        return excluded.contains(label)
                || own(content).stream().anyMatch(own -> own.effect() == SpecialProcedure.Effect.STOPS_CLOCK);
    }

    private List<SpecialProcedure> own(ItemContent content) {
        return content.specialProcedures().stream()
                .filter(own -> own.effect() != SpecialProcedure.Effect.EXTENDS)
                .filter(own -> words.matcher(own.name()).find())
                .toList();
    }
}
