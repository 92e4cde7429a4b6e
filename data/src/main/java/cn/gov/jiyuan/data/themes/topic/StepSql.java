package cn.gov.jiyuan.data.themes.topic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compiles steps and figures to the SELECTs that the hub runs, and tells from which columns a column comes. */
public final class StepSql {
    private static final Pattern REFERENCE = Pattern.compile("\\b([a-z]\\w*)\\.([a-z]\\w*)");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

    private StepSql() {}

    /** A column of a dataset. */
    public record Reference(String dataset, String column) {}

    /** The name under which SQL reads a dataset. */
    public static String view(String dataset) {
        return dataset.replace('.', '_');
    }

    static String of(Step step) {
        StringBuilder sql = new StringBuilder(step.columns().stream()
                .map(column -> "(" + column.expr() + ")::" + column.type().sql() + " as " + column.name())
                .collect(Collectors.joining(",\n       ", "select ", "")));
        for (Step.Join join : step.from()) {
            sql.append(join.on() == null ? "\n  from " : "\n  left join ")
                    .append(view(join.dataset()))
                    .append(' ')
                    .append(join.as())
                    .append(join.on() == null ? "" : " on " + join.on());
        }
        if (step.where() != null) {
            sql.append("\n where ").append(step.where());
        }
        if (!step.group().isEmpty()) {
            sql.append("\n group by ").append(String.join(", ", step.group()));
        }
        return sql.toString();
    }

    /** Columns of which an expression is made; each of its aliases must be one of the step. */
    static List<Reference> references(Step step, String expr) {
        List<Reference> found = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(LITERAL.matcher(expr).replaceAll("''"));
        while (matcher.find()) {
            String alias = matcher.group(1);
            String dataset = step.from().stream()
                    .filter(join -> join.as().equals(alias))
                    .map(Step.Join::dataset)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(step.dataset() + ": no alias " + alias));
            Reference reference = new Reference(dataset, matcher.group(2));
            if (!found.contains(reference)) {
                found.add(reference);
            }
        }
        return found;
    }

    /** Columns of the facts that an expression over {@code f} names. */
    static List<Reference> references(String fact, String... expressions) {
        List<Reference> found = new ArrayList<>();
        for (String expr : expressions) {
            Matcher matcher = REFERENCE.matcher(LITERAL.matcher(expr).replaceAll("''"));
            while (matcher.find()) {
                Reference reference = new Reference(fact, matcher.group(2));
                if (!found.contains(reference)) {
                    found.add(reference);
                }
            }
        }
        return found;
    }

    /** Monthly sums of one indicator under one meaning. */
    static String summary(IndicatorSpec spec, Meaning meaning) {
        Meaning.Terms terms = meaning.terms();
        return "select '" + spec.id() + "' as indicator, " + meaning.version()
                + "::bigint as meaning, date_trunc('month', "
                + spec.day() + ")::date as month, f.unit_id, f.area_code, f.item_code, f.item_name, sum("
                + terms.numerator() + ")::bigint as numerator, sum(" + terms.denominator()
                + ")::bigint as denominator, sum(" + terms.excluded() + ")::bigint as excluded from "
                + view(spec.fact()) + " f where " + spec.day() + " is not null group by all";
    }

    /** Figures of each month under the meaning in force on its first day. */
    static String figures(TopicSchema topic, List<Meaning> meanings) {
        String inForce = meanings.stream()
                .sorted(Comparator.comparing(Meaning::indicator).thenComparing(Meaning::from))
                .map(meaning -> "(s.indicator = '" + meaning.indicator() + "' and s.meaning = " + meaning.version()
                        + " and " + within(meaning, meanings) + ")")
                .collect(Collectors.joining(" or "));
        return "select s.indicator, s.meaning, s.month, s.unit_id, s.area_code, sum(s.numerator)::bigint as numerator,"
                + " sum(s.denominator)::bigint as denominator, sum(s.excluded)::bigint as excluded from "
                + view(topic.summary()) + " s where " + inForce + " group by all";
    }

    private static String within(Meaning meaning, List<Meaning> meanings) {
        LocalDate next = meanings.stream()
                .filter(other -> other.indicator().equals(meaning.indicator())
                        && other.from().isAfter(meaning.from()))
                .map(Meaning::from)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.of(9999, 1, 1));
        return "s.month >= date '" + meaning.from() + "' and s.month < date '" + next + "'";
    }
}
