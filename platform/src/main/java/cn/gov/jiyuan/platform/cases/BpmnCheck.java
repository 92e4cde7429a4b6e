package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets through only what a department needs to draw: events, user tasks, gateways and flows whose conditions compare
 * declared variables with literals. A white list of elements and attributes, so that scripts, service tasks, listeners,
 * calls, timers and whatever a later version of the engine may learn to execute are refused unread.
 */
final class BpmnCheck {
    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String FLOWABLE = "http://flowable.org/bpmn";
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("definitions", Set.of("id", "name", "targetNamespace", "typeLanguage", "expressionLanguage")),
            Map.entry("process", Set.of("id", "name", "isExecutable")),
            Map.entry("dataObject", Set.of("id", "name", "itemSubjectRef")),
            Map.entry("startEvent", Set.of("id", "name")),
            Map.entry("endEvent", Set.of("id", "name")),
            Map.entry("userTask", Set.of("id", "name", "candidateGroups")),
            Map.entry("exclusiveGateway", Set.of("id", "name", "default", "gatewayDirection")),
            Map.entry("parallelGateway", Set.of("id", "name", "gatewayDirection")),
            Map.entry("sequenceFlow", Set.of("id", "name", "sourceRef", "targetRef")),
            Map.entry("conditionExpression", Set.of("type")),
            Map.entry("incoming", Set.of()),
            Map.entry("outgoing", Set.of()),
            Map.entry("documentation", Set.of("id")),
            Map.entry("textAnnotation", Set.of("id")),
            Map.entry("text", Set.of()),
            Map.entry("association", Set.of("id", "sourceRef", "targetRef", "associationDirection")));
    private static final String COMPARISON =
            "\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(?:==|!=|<=|>=|<|>)\\s*(?:-?\\d+(?:\\.\\d+)?|'[^'{}$#]*'|true|false)\\s*";
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{" + COMPARISON + "(?:(?:&&|\\|\\|)" + COMPARISON + ")*\\}");
    private static final Pattern ONE = Pattern.compile(COMPARISON);
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]*");

    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> conditions = new LinkedHashSet<>();
    private final Set<String> ends = new LinkedHashSet<>();
    private String key = "";

    /**
     * What a sound drawing declares.
     *
     * @param key id of the process
     * @param variables names of its data objects
     * @param ends ids of its end events, each the id of an action
     */
    record Drawing(String key, Set<String> variables, Set<String> ends) {}

    private BpmnCheck() {}

    /** @throws Fault {@code cases.process} naming what is refused */
    static Drawing of(String xml) {
        BpmnCheck check = new BpmnCheck();
        check.read(xml);
        check.conditions.forEach(check::condition);
        if (check.key.isEmpty() || check.ends.isEmpty()) {
            throw refused("缺少流程或者结束事件");
        }
        return new Drawing(check.key, Set.copyOf(check.variables), Set.copyOf(check.ends));
    }

    private void read(String xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            boolean condition = false;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        element(reader);
                        condition = reader.getLocalName().equals("conditionExpression");
                    }
                    case XMLStreamConstants.END_ELEMENT -> condition = false;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText(), condition);
                    case XMLStreamConstants.DTD, XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        throw refused("不允许文档类型声明和处理指令");
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw Fault.caused(e, CasesError.PROCESS, "不是有效的 XML 文件");
        }
    }

    private void element(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (DRAWING.contains(String.valueOf(reader.getNamespaceURI()))) {
            return;
        }
        Set<String> allowed = MODEL.equals(reader.getNamespaceURI()) ? ALLOWED.get(name) : null;
        if (allowed == null) {
            throw refused("不允许的元素 " + name);
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(reader, i, name, allowed);
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        String id = attributes.getOrDefault("id", "");
        switch (name) {
            case "process" -> process(id);
            case "dataObject" -> variables.add(id);
            case "endEvent" -> ends.add(id);
            case "userTask" -> userTask(attributes);
            default -> {}
        }
    }

    private static void attribute(XMLStreamReader reader, int i, String element, Set<String> allowed) {
        String name = reader.getAttributeLocalName(i);
        String namespace = reader.getAttributeNamespace(i);
        boolean foreign = namespace != null && !namespace.isEmpty() && !namespace.equals(MODEL);
        boolean schema = foreign && namespace.endsWith("XMLSchema-instance");
        boolean role = FLOWABLE.equals(namespace) && name.equals("candidateGroups");
        boolean known = name.equals("candidateGroups") ? role : !foreign || schema;
        if (!known || !(allowed.contains(name) || (schema && name.equals("schemaLocation")))) {
            throw refused(element + " 上不允许的属性 " + name);
        }
        requirePlain(reader.getAttributeValue(i));
    }

    private void process(String id) {
        if (!key.isEmpty()) {
            throw refused("一个文件只能有一个流程");
        }
        key = id;
    }

    private static void userTask(Map<String, String> attributes) {
        if (!ROLE.matcher(attributes.getOrDefault("candidateGroups", "")).matches()) {
            throw refused("任务“" + attributes.get("name") + "”须写明一个岗位（candidateGroups）");
        }
        if (attributes.getOrDefault("name", "").isBlank()) {
            throw refused("任务须有名称");
        }
    }

    private void text(String text, boolean condition) {
        if (condition && !text.isBlank()) {
            conditions.add(text.strip());
        } else {
            requirePlain(text);
        }
    }

    private static void requirePlain(String text) {
        if (text.contains("${") || text.contains("#{")) {
            throw refused("只允许在流转条件中使用表达式：" + text.strip());
        }
    }

    private void condition(String condition) {
        if (!CONDITION.matcher(condition).matches()) {
            throw refused("流转条件只能比较已声明的变量与常量：" + condition);
        }
        ONE.matcher(condition).results().map(found -> found.group(1)).forEach(name -> {
            if (!variables.contains(name)) {
                throw refused("流转条件使用了未声明的变量 " + name);
            }
        });
    }

    private static Fault refused(String why) {
        return new Fault(CasesError.PROCESS, why);
    }
}
