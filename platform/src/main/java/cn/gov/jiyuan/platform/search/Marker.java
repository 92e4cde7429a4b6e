package cn.gov.jiyuan.platform.search;

import java.util.ArrayList;
import java.util.List;

/** Marks in a text what the question asked for. */
final class Marker {
    private static final int EXCERPT = 72;
    private static final int BEFORE = 16;

    private final List<String> wordings;

    Marker(Question question) {
        wordings = question.wordings().stream()
                .map(Question.Wording::text)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    List<Segment> mark(String text) {
        return segments(text, marks(Letters.fold(text)), 0, text.length());
    }

    /** The stretch of a long text with the first match; empty if nothing matches. */
    List<Segment> excerpt(String text) {
        boolean[] marks = marks(Letters.fold(text));
        int first = 0;
        while (first < marks.length && !marks[first]) {
            first++;
        }
        if (first == marks.length) {
            return List.of();
        }
        int start = Math.max(0, first - BEFORE);
        return segments(text, marks, start, Math.min(text.length(), start + EXCERPT));
    }

    /** Stretches of two or more characters that a wording shares with the text; a one-character question as it is. */
    private boolean[] marks(String folded) {
        boolean[] marks = new boolean[folded.length()];
        for (String wording : wordings) {
            int shortest = Math.min(2, wording.length());
            for (int i = 0; i + shortest <= folded.length(); i++) {
                if (Letters.isWord(folded.charAt(i)) && wording.contains(folded.substring(i, i + shortest))) {
                    for (int j = i; j < i + shortest; j++) {
                        marks[j] = true;
                    }
                }
            }
        }
        return marks;
    }

    private static List<Segment> segments(String text, boolean[] marks, int start, int end) {
        List<Segment> segments = new ArrayList<>();
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end || marks[i] != marks[from]) {
                segments.add(new Segment(text.substring(from, i), marks[from]));
                from = i;
            }
        }
        return segments;
    }
}
