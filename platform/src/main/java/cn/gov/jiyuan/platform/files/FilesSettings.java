package cn.gov.jiyuan.platform.files;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the file store.
 *
 * @param folder where contents lie; shared by all nodes; the folder “files” of the home if absent
 * @param maxSize of one file from outside
 * @param maxMegapixels of one image
 * @param maxEntries in one zip-based document
 * @param maxUnpacked of one zip-based document
 */
@Validated
@ConfigurationProperties("jiyuan.files")
record FilesSettings(
        @Nullable Path folder,
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("60") @Min(1) @Max(10_000) int maxMegapixels,
        @DefaultValue("10000") @Min(1) int maxEntries,
        @DefaultValue("500MB") DataSize maxUnpacked) {}
