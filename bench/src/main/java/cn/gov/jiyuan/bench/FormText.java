package cn.gov.jiyuan.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a page of the portal what a person would read. */
final class FormText {
    private static final Pattern PROBLEMS =
            Pattern.compile("(?s)class=\"(?:error-summary|error|problem)[^>]*>(.*?)</(?:div|p)>");

    private FormText() {}

    /** What stands in an input; empty if there is no such input. */
    static String valueOf(String html, String field) {
        Matcher input = Pattern.compile("<input[^>]*name=\"" + Pattern.quote(field) + "\"[^>]*>")
                .matcher(html);
        if (!input.find()) {
            return "";
        }
        Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
        return value.find() ? value.group(1).replace("&quot;", "\"").replace("&amp;", "&") : "";
    }

    /** The error summary of a page, or the beginning of an answer that is no page. */
    static String problem(String body) {
        StringBuilder text = new StringBuilder();
        Matcher problems = PROBLEMS.matcher(body);
        while (problems.find()) {
            text.append(problems.group(1).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                    .append('\n');
        }
        return text.isEmpty() ? body.substring(0, Math.min(body.length(), 600)) : text.toString();
    }
}
