package cn.gov.jiyuan.platform.search;

import java.util.List;

/** Suggestions of one kind. The kind {@code progress} offers to look up a number; it says nothing about its existence. */
public record SuggestionGroup(String kind, String label, List<Suggestion> suggestions) {
    /** One suggestion. */
    public record Suggestion(List<Segment> title, String link) {}
}
