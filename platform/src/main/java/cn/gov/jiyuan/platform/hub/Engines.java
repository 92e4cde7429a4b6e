package cn.gov.jiyuan.platform.hub;

import java.nio.file.Path;
import java.sql.Connection;

/** What pipelines need beyond sessions (加工引擎): a place for what is on its way, and snapshots inside an engine of their own. */
public interface Engines {
    /** The folder of one pipeline for what is not yet a dataset; beside the data files, so that every node of an engine sees it. */
    Path workplace(String pipeline);

    /** Name of the engine that runs pipelines. */
    String engine();

    /** Memory of one run in MiB. */
    int memory();

    /** Makes a snapshot readable in an engine under the name of a view. */
    void show(Connection engine, String view, Snapshot snapshot);
}
