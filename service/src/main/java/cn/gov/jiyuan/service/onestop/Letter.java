package cn.gov.jiyuan.service.onestop;

import java.util.List;

/**
 * What an official letter (文书) says, before it has a number.
 *
 * @param series mark of its series within the 文号, 受
 * @param remedies how to object; empty if nothing is decided
 */
record Letter(String title, String series, List<String> paragraphs, List<String> remedies) {
    private static final List<String> REMEDIES =
            List.of("如不服本决定，可以自收到本决定之日起六十日内向济源产城融合示范区管理委员会申请行政复议，", "也可以自收到本决定之日起六个月内依法向人民法院提起行政诉讼。");

    Letter {
        paragraphs = List.copyOf(paragraphs);
        remedies = List.copyOf(remedies);
    }

    static Letter notice(String title, String series, List<String> paragraphs) {
        return new Letter(title, series, paragraphs, List.of());
    }

    /** One that can be objected to. */
    static Letter decision(String title, String series, List<String> paragraphs) {
        return new Letter(title, series, paragraphs, REMEDIES);
    }
}
