package cn.gov.jiyuan.platform.hub.pipeline;

/**
 * A rule on a standard row (规则), kept as one bit of its flags.
 *
 * @param name unique within the pipeline
 * @param title what is wrong when it fails, as people read it
 * @param fails true where the row breaks it; an unknown result counts as kept
 */
public record Check(String name, String title, String fails) {}
