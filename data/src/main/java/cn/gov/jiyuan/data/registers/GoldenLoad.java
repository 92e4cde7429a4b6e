package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.jobs.Progress;

/**
 * Brings golden records into the tables that serve (装载): in one transaction, so that readers see the register before or
 * after and nothing between. Who is there keeps his id; what did not change gets no new version. What a department wrote
 * here itself since is left as it is: its own data will follow.
 */
interface GoldenLoad {
    /** Who writes what the pipelines bring. */
    String WRITER = "加工流程";

    /** Golden records that are compared and written together. */
    int CHUNK = 2_000;

    /** The pipeline whose golden records it loads. */
    Pipeline pipeline();

    /** @param demo whether what is new belongs to the demonstration */
    Loaded load(Snapshot snapshot, boolean demo, Progress progress);

    /** @param added subjects nobody knew @param changed subjects with a new version @param ended of these, who died or was struck off */
    record Loaded(long added, long changed, long ended) {
        /** In words for whoever watches. */
        String told() {
            return "新增 " + added + "，更新 " + changed + "，其中身故或注销 " + ended;
        }
    }
}
