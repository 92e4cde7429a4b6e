package cn.gov.jiyuan.service.onestop;

import java.util.List;

/**
 * What an official letter (文书) says, before it has a number.
 *
 * @param series mark of its series within the 文号, 受
 * @param remedies how to object; empty if nothing is decided
 */
record Letter(String title, String series, List<String> paragraphs, List<String> remedies) {
    Letter {
        paragraphs = List.copyOf(paragraphs);
        remedies = List.copyOf(remedies);
    }

    static Letter notice(String title, String series, List<String> paragraphs) {
        return new Letter(title, series, paragraphs, List.of());
    }

    /** One that can be objected to. */
    static Letter decision(String title, String series, List<String> paragraphs, List<String> remedies) {
        return new Letter(title, series, paragraphs, remedies);
    }
}
