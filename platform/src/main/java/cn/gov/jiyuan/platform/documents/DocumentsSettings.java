package cn.gov.jiyuan.platform.documents;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are sealed.
 *
 * @param timestampPolicy object identifier of the policy under which the built-in service issues time stamps; an office
 *     with an arc of its own in the national registry gives one of that
 */
@Validated
@ConfigurationProperties("jiyuan.documents")
record DocumentsSettings(
        @DefaultValue(DocumentsSettings.TEST_POLICY) @Pattern(regexp = "[0-2](\\.(0|[1-9]\\d*)){1,30}")
        String timestampPolicy) {
    /**
     * “Test stamps of this platform, no assurance given”: on the arc of UUIDs (ITU-T X.667), which is ours without any
     * registration; the number is 6f1d2c58-9a34-4e7b-b0d5-3c8e41a7f296.
     */
    static final String TEST_POLICY = "2.25.147695783586847960103694773497291600534";
}
