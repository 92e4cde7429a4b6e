package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;

/** Parts of the demonstration (演示数据), for benchmarks that need people or items and not all of it. */
final class DemoSources {
    private DemoSources() {}

    /** Loads those named, in the order of their names here. */
    static void load(Iterable<DemoSource> all, String... names) {
        for (String name : names) {
            boolean found = false;
            for (DemoSource source : all) {
                if (source.name().equals(name)) {
                    source.load(new Silent());
                    found = true;
                }
            }
            if (!found) {
                throw new IllegalStateException("no demonstration " + name);
            }
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
