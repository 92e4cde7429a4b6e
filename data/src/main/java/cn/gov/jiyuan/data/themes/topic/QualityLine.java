package cn.gov.jiyuan.data.themes.topic;

import java.time.Instant;

/** How many rows of a dataset passed one check. */
record QualityLine(
        String dataset, String title, String dimension, long passed, long total, long snapshot, Instant at) {}
