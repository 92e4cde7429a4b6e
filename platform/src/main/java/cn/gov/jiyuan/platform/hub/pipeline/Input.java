package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.platform.hub.Snapshot;
import java.nio.file.Path;

/** What an origin is read from (加工输入). */
public sealed interface Input {
    /** A version of a dataset. */
    record OfSnapshot(Snapshot snapshot) implements Input {}

    /** A CSV file in UTF-8 with a header, all columns as text. */
    record OfCsv(Path file) implements Input {}
}
