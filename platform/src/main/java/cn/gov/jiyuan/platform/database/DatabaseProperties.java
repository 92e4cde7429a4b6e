package cn.gov.jiyuan.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which database the platform works on.
 *
 * @param url JDBC URL of an external PostgreSQL 15 or newer; without it the embedded one runs
 * @param user role of the external database; it must own the database
 * @param password its password
 * @param poolSize connections of this node
 * @param settings server settings of the embedded database, by their PostgreSQL names
 */
@Validated
@ConfigurationProperties("jiyuan.database")
public record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("16") @Min(2) @Max(500) int poolSize,
        @DefaultValue Map<String, String> settings) {

    /** As the environment says; for commands that run without the application. */
    static DatabaseProperties ofEnvironment() {
        return new DatabaseProperties(
                System.getenv("JIYUAN_DATABASE_URL"),
                System.getenv("JIYUAN_DATABASE_USER"),
                System.getenv("JIYUAN_DATABASE_PASSWORD"),
                4,
                Map.of());
    }

    boolean external() {
        return url != null && !url.isBlank();
    }

    @Override
    public String toString() {
        return "DatabaseProperties[" + (external() ? "external" : "embedded") + ", poolSize=" + poolSize + "]";
    }
}
