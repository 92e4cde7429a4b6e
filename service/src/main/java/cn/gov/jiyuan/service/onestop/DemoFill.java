package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills in any form of the house as its applicant of the demonstration would, page by page. */
final class DemoFill {
    private final FormDefinition form;
    private final DemoPeople people;
    private final Map<String, String> known;
    private final LocalDate applied;
    private final Map<String, UUID> files;
    private final SplittableRandom random;

    private DemoFill(
            FormDefinition form,
            DemoPeople people,
            DemoApplicant applicant,
            LocalDate applied,
            Map<String, UUID> files,
            SplittableRandom random) {
        this.form = form;
        this.people = people;
        this.known = applicant.known();
        this.applied = applied;
        this.files = files;
        this.random = random;
    }

    /** @param files the stored file for each field that wants one */
    static Answers of(
            FormDefinition form,
            DemoPeople people,
            DemoApplicant applicant,
            LocalDate applied,
            Map<String, UUID> files,
            SplittableRandom random) {
        Answers varied = new DemoFill(form, people, applicant, applied, files, random).answers(true);
        return form.firstIncomplete(varied).isEmpty()
                ? varied
                : new DemoFill(form, people, applicant, applied, files, random).answers(false);
    }

    private Answers answers(boolean varied) {
        Answers answers = Answers.EMPTY;
        FormPage page = form.pages().getFirst();
        while (page != null) {
            Map<String, Object> own = new LinkedHashMap<>();
            for (FormField field : page.fields()) {
                Object value = field.required() || random.nextInt(3) > 0 ? answer(field, varied) : null;
                if (value != null) {
                    own.put(field.name(), value);
                }
            }
            answers = form.merge(answers, page, Answers.of(own));
            page = form.next(page, answers).orElse(null);
        }
        return answers;
    }

    private @Nullable Object answer(FormField field, boolean varied) {
        String from = field.hints().prefill();
        String before = from == null ? null : known.get(from);
        if (before != null && isPlain(field)) {
            return before;
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> words(field);
            case CHOICE -> option(field, varied, before);
            case CHOICES -> List.of(option(field, varied, null));
            case INTEGER, NUMBER, MONEY -> number(field);
            case BOOLEAN -> field.limits().mustAgree() || !varied || random.nextInt(3) == 0;
            case DATE -> date(field);
            case CITIZEN_ID -> people.anybody(random).idNumber().value();
            case USCC ->
                people.firm(random.nextInt(DemoPopulation.FIRMS)).uscc().value();
            case PHONE -> people.anybody(random).phone();
            case FILES -> file(field);
            case ROWS -> rows(field, varied);
        };
    }

    private @Nullable List<String> file(FormField field) {
        UUID stored = files.get(field.name());
        return stored == null ? null : List.of(stored.toString());
    }

    private static boolean isPlain(FormField field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, CITIZEN_ID, USCC, PHONE, DATE -> true;
            default -> false;
        };
    }

    private String option(FormField field, boolean varied, @Nullable String before) {
        boolean offered =
                field.options().stream().anyMatch(option -> option.value().equals(before));
        if (before != null && offered) {
            return before;
        }
        int chosen = varied ? random.nextInt(field.options().size()) : 0;
        return field.options().get(chosen).value();
    }

    private Object number(FormField field) {
        BigDecimal least = Objects.requireNonNullElse(field.limits().minimum(), BigDecimal.ONE);
        BigDecimal wanted = least.add(BigDecimal.valueOf(random.nextInt(40)));
        BigDecimal most = field.limits().maximum();
        return (most == null ? wanted : wanted.min(most)).toBigInteger().longValue();
    }

    private String date(FormField field) {
        boolean past = field.name().toLowerCase(Locale.ROOT).contains("birth");
        return past
                ? applied.minusDays(5 + random.nextInt(50)).toString()
                : applied.plusDays(20 + random.nextInt(60)).toString();
    }

    private String words(FormField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        String example = field.hints().example();
        String text;
        if (name.endsWith("name") || name.equals("manager") || name.equals("head") || name.contains("householder")) {
            text = people.anybody(random).name();
        } else if (name.contains("address") || name.contains("premises")) {
            text = people.anybody(random).address();
        } else {
            text = example == null ? "见所附材料" : example;
        }
        Integer least = field.limits().minLength();
        Integer most = field.limits().maxLength();
        while (least != null && text.length() < least) {
            text = text + text;
        }
        return most == null || text.length() <= most ? text : text.substring(0, most);
    }

    private List<Map<String, Object>> rows(FormField field, boolean varied) {
        int wanted = Math.max(1, Objects.requireNonNullElse(field.limits().minLength(), 1));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (FormField column : field.columns()) {
                Object value = answer(column, varied);
                if (value != null) {
                    row.put(column.name(), value);
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
