package cn.gov.jiyuan.platform.forms;

/**
 * One line of check-answers or of a document.
 *
 * @param pageId the page on which it can be changed
 * @param value as a reader expects it; “未填写” if there is none
 * @param masked the same with personal data hidden
 */
public record SummaryRow(String pageId, String field, String label, String value, String masked) {}
