package cn.gov.jiyuan.platform.forms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One version of a form (表单): pages of questions whose answers together obey a JSON Schema. The same definition asks
 * on the portal and in the workbench, checks on the server, and writes the lines of documents.
 *
 * @param schema the JSON Schema 2020-12 (subset) of the answers
 */
public record FormDefinition(
        String id,
        int version,
        String title,
        List<FormPage> pages,
        @JsonIgnore JsonNode schema) {
    public FormDefinition {
        pages = List.copyOf(pages);
    }

    /** The pages that these answers call for, in order. An answer on a page that is not asked counts as absent. */
    public List<FormPage> pages(Answers answers) {
        List<FormPage> shown = new ArrayList<>();
        Map<String, Object> seen = new LinkedHashMap<>();
        for (FormPage page : pages) {
            if (page.isShown(Answers.of(seen))) {
                shown.add(page);
                for (FormField field : page.fields()) {
                    Object value = answers.get(field.name());
                    if (value != null) {
                        seen.put(field.name(), value);
                    }
                }
            }
        }
        return shown;
    }

    public Optional<FormPage> page(String pageId) {
        return pages.stream().filter(p -> p.id().equals(pageId)).findFirst();
    }

    /** The page after the given one among those shown. */
    public Optional<FormPage> next(FormPage page, Answers answers) {
        List<FormPage> shown = pages(answers);
        int at = shown.indexOf(page);
        return at >= 0 && at + 1 < shown.size() ? Optional.of(shown.get(at + 1)) : Optional.empty();
    }

    /** The first page shown that is not answered rightly: where to go on. Empty if all is answered. */
    public Optional<FormPage> firstIncomplete(Answers answers) {
        return pages(answers).stream()
                .filter(p -> !validate(p, answers).isEmpty())
                .findFirst();
    }

    /** What is wrong with the answers of one page. */
    public List<Problem> validate(FormPage page, Answers answers) {
        return AnswerCheck.problems(page.fields(), answers.values(), "");
    }

    /** What is wrong with the whole; pages that are not asked do not count. */
    public List<Problem> validate(Answers answers) {
        return pages(answers).stream()
                .flatMap(p -> validate(p, answers).stream())
                .toList();
    }

    /**
     * Reads the answers of one page from HTTP parameters: trimmed, full-width digits made half-width, empty ones left
     * out. What cannot be read as its type stays a text, so that the reader sees it again beside the message.
     *
     * @param files ids of the files that the caller has stored or kept, by field; ids in parameters are not trusted
     */
    public Answers parse(FormPage page, Map<String, List<String>> parameters, Map<String, List<String>> files) {
        return ParameterReader.read(page.fields(), parameters, files);
    }

    public Answers parse(FormPage page, Map<String, List<String>> parameters) {
        return parse(page, parameters, Map.of());
    }

    /** What was given, with identity numbers that came back masked replaced by the saved ones. */
    public Answers unmask(FormPage page, Answers given, Answers saved) {
        Map<String, Object> clear = new LinkedHashMap<>(given.values());
        for (FormField field : page.fields()) {
            Object before = saved.get(field.name());
            if (field.type() == FieldType.CITIZEN_ID
                    && before != null
                    && AnswerText.mask(field.type(), String.valueOf(before)).equals(clear.get(field.name()))) {
                clear.put(field.name(), before);
            }
        }
        return Answers.of(clear);
    }

    /** The answers with those of one page replaced; an answer taken back is gone. */
    public Answers merge(Answers before, FormPage page, Answers pageAnswers) {
        Map<String, Object> all = new LinkedHashMap<>(before.values());
        page.fields().forEach(f -> all.remove(f.name()));
        return Answers.of(all).plus(pageAnswers);
    }

    /** The answers without unknown ones and those of pages that are not asked: what is submitted. */
    public Answers clean(Answers answers) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (FormPage page : pages(answers)) {
            for (FormField field : page.fields()) {
                Object value = answers.get(field.name());
                if (value != null) {
                    kept.put(field.name(), value);
                }
            }
        }
        return Answers.of(kept);
    }

    /**
     * Answers that are already known.
     *
     * @param source gives the value of a prefill source such as {@code party.name}, or null
     */
    public Answers prefill(Function<String, @Nullable String> source) {
        Map<String, Object> known = new LinkedHashMap<>();
        for (FormPage page : pages) {
            for (FormField field : page.fields()) {
                String from = field.hints().prefill();
                String value = from == null ? null : source.apply(from);
                if (value != null && !value.isBlank()) {
                    known.put(field.name(), ParameterReader.typed(field, value));
                }
            }
        }
        return Answers.of(known);
    }

    /** The same form without some fields, for materials that need not be brought; pages left empty vanish. */
    public FormDefinition without(Set<String> fieldNames) {
        List<FormPage> left = pages.stream()
                .map(p -> new FormPage(
                        p.id(),
                        p.title(),
                        p.why(),
                        p.showIf(),
                        p.fields().stream()
                                .filter(f -> !fieldNames.contains(f.name()))
                                .toList()))
                .filter(p -> !p.fields().isEmpty())
                .toList();
        return new FormDefinition(id, version, title, left, schema);
    }

    /** All fields in order. */
    @JsonIgnore
    public List<FormField> fields() {
        return pages.stream().flatMap(p -> p.fields().stream()).toList();
    }

    /** Fields that deliver materials: material code → field. */
    @JsonIgnore
    public Map<String, FormField> materials() {
        return fields().stream()
                .filter(f -> f.hints().material() != null)
                .collect(Collectors.toMap(
                        f -> String.valueOf(f.hints().material()), f -> f, (a, b) -> a, LinkedHashMap::new));
    }

    /** Lines for check-answers and documents. @param fileNames name of a file by its id */
    public List<SummaryRow> summary(Answers answers, UnaryOperator<String> fileNames) {
        List<SummaryRow> rows = new ArrayList<>();
        for (FormPage page : pages(answers)) {
            for (FormField field : page.fields()) {
                rows.add(AnswerText.row(page, field, answers.get(field.name()), fileNames));
            }
        }
        return rows;
    }
}
