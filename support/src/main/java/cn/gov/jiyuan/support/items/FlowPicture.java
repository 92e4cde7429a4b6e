package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import java.util.ArrayList;
import java.util.List;

/**
 * The flow of an item as a picture, laid out for SVG: boxes from left to right, as many rows as it takes.
 *
 * @param width of the view box @param height of the view box
 */
record FlowPicture(int width, int height, List<Box> boxes, List<Arrow> arrows, String title) {
    private static final int PER_ROW = 5;
    private static final int BOX = 132;
    private static final int GAP = 32;
    private static final int TALL = 84;
    private static final int ROW = 124;

    /** @param lines who acts, and how long it takes, cut to the width */
    record Box(int x, int y, int number, String name, String who, boolean byApplicant) {
        public int middle() {
            return x + BOX / 2;
        }
    }

    record Arrow(String path) {}

    static FlowPicture of(List<ItemContent.Step> steps) {
        List<Box> boxes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ItemContent.Step step = steps.get(i);
            int x = 2 + i % PER_ROW * (BOX + GAP);
            int y = 2 + i / PER_ROW * ROW;
            boxes.add(new Box(x, y, i + 1, step.name(), shortened(step.who()), step.byApplicant()));
            if (i > 0) {
                arrows.add(new Arrow(path(i, x, y)));
            }
        }
        int columns = Math.min(PER_ROW, Math.max(1, steps.size()));
        int rows = Math.max(1, (steps.size() + PER_ROW - 1) / PER_ROW);
        String title = "办理流程："
                + String.join("、", steps.stream().map(ItemContent.Step::name).toList());
        return new FlowPicture(columns * (BOX + GAP) - GAP + 4, (rows - 1) * ROW + TALL + 4, boxes, arrows, title);
    }

    private static String path(int i, int x, int y) {
        if (i % PER_ROW > 0) {
            int middle = y + TALL / 2;
            return "M" + (x - GAP) + " " + middle + "H" + (x - 2);
        }
        int from = 2 + (PER_ROW - 1) * (BOX + GAP) + BOX / 2;
        int top = y - ROW + TALL;
        return "M" + from + " " + top + "V" + (y - 20) + "H" + (x + BOX / 2) + "V" + (y - 2);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 9
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 8)) + "…";
    }
}
