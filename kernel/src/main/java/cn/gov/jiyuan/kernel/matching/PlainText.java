package cn.gov.jiyuan.kernel.matching;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One form for what people write in many: full and half width, spaces, points in names, variant characters (异体字). */
public final class PlainText {
    /** Variant or traditional character, then the one that stands for it. */
    private static final String VARIANTS = "峯峰喆哲堃坤昇升凃涂麗丽華华國国陳陈張张劉刘趙赵吳吴孫孙黃黄楊杨東东"
            + "衞卫偉伟傑杰榮荣龍龙鳳凤蘭兰蓮莲芳芳慶庆興兴軍军強强彊强曉晓旹时淸清靑青眞真糸丝綫线甯宁寧宁邨村菓果煥焕"
            + "銘铭鋒锋鑑鉴鑒鉴緖绪緒绪瑠琉岀出佈布恆恒裏里裡里禮礼貴贵賢贤義义樹树鄭郑馮冯鄧邓韓韩許许呂吕沈沈盧卢蔣蒋葉叶";

    private static final Map<Integer, Integer> PLAIN = new HashMap<>();

    static {
        int[] points = VARIANTS.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i += 2) {
            PLAIN.put(points[i], points[i + 1]);
        }
    }

    private PlainText() {}

    /** Of a name or a code: no spaces, no points, capitals, plain characters. */
    public static String of(String written) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
                .filter(point -> "·•・‧.．,，-－_()（）".indexOf(point) < 0)
                .map(point -> PLAIN.getOrDefault(point, point))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Only the digits; a country's prefix of a mobile number goes. */
    public static String digits(String written) {
        String digits = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        return digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    }
}
