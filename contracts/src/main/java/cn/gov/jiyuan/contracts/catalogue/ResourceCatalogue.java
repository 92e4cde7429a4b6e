package cn.gov.jiyuan.contracts.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other systems may know of information resources. Compiling and publishing belong to the stewards of S10. */
public interface ResourceCatalogue {
    /** The published version; empty if the resource is unknown, not published yet, suspended or cancelled. */
    Optional<Resource> published(String code);

    /** Published resources by code. @param after the last code of the page before */
    List<Resource> list(@Nullable String after, int limit);

    /** The published resource on whose behalf a dataset is kept, if any. */
    Optional<Resource> ofDataset(String dataset);
}
