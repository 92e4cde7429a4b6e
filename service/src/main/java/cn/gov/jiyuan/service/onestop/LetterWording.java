package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemType;

/** How the letters of a matter speak of it: only a licence is granted under the law on licences (行政许可法). */
record LetterWording(boolean licence, String granted, String grantedSeries, String refused, String refusedSeries) {
    static LetterWording of(ItemGuide guide) {
        ItemType type = guide.content().basics().type();
        return switch (type) {
            case LICENCE -> new LetterWording(true, "准予行政许可决定书", "许", "不予行政许可决定书", "不许");
            case PAYMENT -> new LetterWording(false, "行政给付决定书", "给", "不予行政给付决定书", "不给");
            case CONFIRMATION -> new LetterWording(false, "行政确认决定书", "确", "不予行政确认决定书", "不确");
            default -> new LetterWording(false, "办理结果通知书", "办", "不予办理决定书", "不办");
        };
    }

    /** “根据《中华人民共和国行政许可法》第三十二条的规定，” or what stands in its place for other items. */
    String under(String article) {
        return licence ? "根据《中华人民共和国行政许可法》" + article + "的规定，" : "根据有关规定，";
    }
}
