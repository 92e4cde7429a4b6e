package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.HitPolicy;
import org.operaton.bpm.model.dmn.instance.BusinessKnowledgeModel;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.operaton.bpm.model.dmn.instance.Input;
import org.operaton.bpm.model.dmn.instance.LiteralExpression;
import org.operaton.bpm.model.dmn.instance.Output;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.operaton.bpm.model.dmn.instance.Text;
import org.operaton.bpm.model.dmn.instance.UnaryTests;

/**
 * Reads a DMN file and refuses what could run code or run long: other languages than FEEL, scripts, external functions,
 * iterations, anything but one decision table. A cell that does not parse is named by table, row and column.
 */
final class DecisionReader {
    private static final Pattern FILE = Pattern.compile("(.+)\\.(\\d{4}-\\d{2}-\\d{2})\\.dmn");
    private static final Set<String> FEEL = Set.of(
            "feel",
            "FEEL",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern UNSAFE = Pattern.compile("\\b(external|function|for|some|every)\\b");

    private final DmnEngine engine;
    private final FeelEngineApi feel =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    DecisionReader(DmnEngine engine) {
        this.engine = engine;
    }

    /** @param system folder of the file @param name {@code <decision>.<effective day>.dmn} */
    DecisionTable read(String system, String name, InputStream content) {
        Matcher file = FILE.matcher(name);
        if (!file.matches()) {
            throw refused(name, "文件名应为“决策名.生效日.dmn”");
        }
        DmnModelInstance model = Dmn.readModelFromStream(content);
        List<Decision> decisions = List.copyOf(model.getModelElementsByType(Decision.class));
        if (decisions.size() != 1
                || !(decisions.getFirst().getExpression()
                        instanceof org.operaton.bpm.model.dmn.instance.DecisionTable table)
                || !model.getModelElementsByType(BusinessKnowledgeModel.class).isEmpty()) {
            throw refused(name, "应当只有一张决策表");
        }
        languages(name, model);
        cells(name, table);
        return new DecisionTable(
                system + "." + file.group(1),
                LocalDate.parse(file.group(2)),
                engine.parseDecision(decisions.getFirst().getId(), model),
                conditions(table),
                outputs(table),
                table.getRules().stream().map(Rule::getId).toList(),
                table.getRules().stream().map(DecisionReader::note).toList());
    }

    private static void languages(String name, DmnModelInstance model) {
        List<@Nullable String> languages = new ArrayList<>();
        languages.add(model.getDefinitions().getExpressionLanguage());
        model.getModelElementsByType(LiteralExpression.class).forEach(e -> languages.add(e.getExpressionLanguage()));
        model.getModelElementsByType(UnaryTests.class).forEach(e -> languages.add(e.getExpressionLanguage()));
        for (String language : languages) {
            if (language != null && !FEEL.contains(language)) {
                throw refused(name, "只允许 FEEL 表达式，不允许 " + language);
            }
        }
    }

    private void cells(String name, org.operaton.bpm.model.dmn.instance.DecisionTable table) {
        int column = 1;
        for (Input input : table.getInputs()) {
            expression(name, 0, column++, text(input.getInputExpression().getText()));
        }
        int row = 1;
        for (Rule rule : table.getRules()) {
            column = 1;
            for (UnaryTests cell : rule.getInputEntries()) {
                test(name, row, column++, text(cell.getText()));
            }
            for (LiteralExpression cell : rule.getOutputEntries()) {
                expression(name, row, column++, text(cell.getText()));
            }
            row++;
        }
    }

    private void expression(String name, int row, int column, String text) {
        safe(name, row, column, text);
        if (!text.isBlank() && feel.parseExpression(text).isFailure()) {
            throw refused(name, place(row, column) + "不是正确的表达式：" + text);
        }
    }

    private void test(String name, int row, int column, String text) {
        safe(name, row, column, text);
        if (!text.isBlank() && feel.parseUnaryTests(text).isFailure()) {
            throw refused(name, place(row, column) + "不是正确的条件：" + text);
        }
    }

    private static void safe(String name, int row, int column, String text) {
        if (UNSAFE.matcher(QUOTED.matcher(text).replaceAll("\"\"")).find()) {
            throw refused(name, place(row, column) + "不允许函数定义和循环：" + text);
        }
    }

    private static TableChecker.Table conditions(org.operaton.bpm.model.dmn.instance.DecisionTable table) {
        List<String> names = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (Input input : table.getInputs()) {
            names.add(text(input.getInputExpression().getText()));
            allowed.add(
                    input.getInputValues() == null
                            ? ""
                            : text(input.getInputValues().getText()));
        }
        List<List<String>> rows = table.getRules().stream()
                .map(rule -> rule.getInputEntries().stream()
                        .map(cell -> text(cell.getText()))
                        .toList())
                .toList();
        return new TableChecker.Table(names, allowed, rows, table.getHitPolicy() == HitPolicy.UNIQUE);
    }

    private static Map<String, String> outputs(org.operaton.bpm.model.dmn.instance.DecisionTable table) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Output output : table.getOutputs()) {
            outputs.put(output.getId(), output.getName());
        }
        return outputs;
    }

    private static String note(Rule rule) {
        return rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String place(int row, int column) {
        return row == 0 ? "第 " + column + " 列输入" : "第 " + row + " 行第 " + column + " 列";
    }

    private static Fault refused(String name, String why) {
        return new Fault(RulesError.DECISION_FILE, name, why);
    }
}
