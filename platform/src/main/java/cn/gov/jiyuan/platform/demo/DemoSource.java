package cn.gov.jiyuan.platform.demo;

import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.jobs.Progress;

/** One system's share of the demo data. Deterministic for a given seed, marked is_demo, dated relative to the clock. */
public interface DemoSource {
    /** Sources run in this order; a source may use what earlier ones made. Units 10, parties 20, items 30, cases 50. */
    int order();

    /** What is being made, in Chinese. */
    String title();

    /** Unique; under this name it is remembered that the source was loaded. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Makes it in bounded memory, by bulk paths. Runs once; is repeated from the start if it was interrupted, so it first
     * removes or passes over what an interrupted run left. It returns early when {@link Progress#cancelled()}, and then
     * counts as not loaded.
     */
    void load(Progress progress);

    /** Whether an installation of this level has it; most are about the city. */
    default boolean suits(Instance.Level level) {
        return level == Instance.Level.CITY;
    }
}
