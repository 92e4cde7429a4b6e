package cn.gov.jiyuan.platform.forms;

/** One answer to choose from. */
public record Option(String value, String title) {}
