package cn.gov.jiyuan.platform.documents;

import java.util.List;

/** One page, measures in millimetres. */
public record Page(double width, double height, List<Mark> marks) {
    public static final double A4_SHORT = 210;
    public static final double A4_LONG = 297;

    public Page {
        marks = List.copyOf(marks);
    }
}
