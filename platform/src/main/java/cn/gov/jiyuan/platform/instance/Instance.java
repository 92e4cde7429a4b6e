package cn.gov.jiyuan.platform.instance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * This installation (本平台): the same program is the platform of a city or that of its province.
 *
 * @param name as people read it @param area code of the area it serves, six digits
 */
@Validated
@ConfigurationProperties("jiyuan.instance")
public record Instance(
        @DefaultValue("CITY") Level level,
        @DefaultValue("济源数字政府平台") @NotBlank String name,
        @DefaultValue("419001") @Pattern(regexp = "\\d{6}") String area) {

    /** Levels of installations, the highest first (平台层级). */
    public enum Level {
        PROVINCE("省级"),
        CITY("市级");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean above(Level other) {
            return ordinal() < other.ordinal();
        }
    }
}
