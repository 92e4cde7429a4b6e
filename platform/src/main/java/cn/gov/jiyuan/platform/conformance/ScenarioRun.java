package cn.gov.jiyuan.platform.conformance;

import java.util.List;

/**
 * The accepted scenarios and how the last full run of all tests left them (验收场景). The run itself writes the resource
 * that is packaged, with its day and revision; a build without a new run carries the old result and says so.
 *
 * @param day of the run @param revision of the tested source @param clean whether the source was just that revision
 */
record ScenarioRun(String day, String revision, boolean clean, List<Chapter> chapters) {
    /** Scenarios of one system. */
    record Chapter(String system, String name, List<Scenario> scenarios) {
        public long proved() {
            return scenarios.stream().filter(Scenario::proved).count();
        }
    }

    /** @param tests names of the tests that prove it */
    record Scenario(String id, String text, boolean proved, String tests) {}

    public long total() {
        return chapters.stream()
                .mapToLong(chapter -> chapter.scenarios().size())
                .sum();
    }

    public long proved() {
        return chapters.stream().mapToLong(Chapter::proved).sum();
    }
}
