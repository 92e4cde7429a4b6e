package cn.gov.jiyuan.platform.search;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of text that either matches the query or not. */
public record Segment(String text, boolean matched) {
    static String join(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
