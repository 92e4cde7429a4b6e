package cn.gov.jiyuan.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
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
 * @param patience how long a request waits for one before it is told that too many are being served
 * @param settings server settings of the embedded database, by their PostgreSQL names
 */
@Validated
@ConfigurationProperties("jiyuan.database")
public record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,

        @DefaultValue("16") @Min(PoolShares.SMALLEST_POOL) @Max(500)
        int poolSize,

        @DefaultValue("60s") Duration patience,
        @DefaultValue Map<String, String> settings) {

    /** Of those who do not choose. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As the environment says; for commands that run without the application. */
    static DatabaseProperties ofEnvironment() {
        return new DatabaseProperties(
                System.getenv("JIYUAN_DATABASE_URL"),
                System.getenv("JIYUAN_DATABASE_USER"),
                System.getenv("JIYUAN_DATABASE_PASSWORD"),
                PoolShares.SMALLEST_POOL,
                PATIENCE,
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
