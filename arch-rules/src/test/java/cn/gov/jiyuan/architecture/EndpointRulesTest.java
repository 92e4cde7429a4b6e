package cn.gov.jiyuan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.access.Permitted;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class EndpointRulesTest {
    private static final Pattern PERMISSION = Pattern.compile(
            "(?:\\b(?:may|require|rows)\\(\\s*[\\w.()]+,|\\bmay\\(|\\b(?:read)?[pP]ermission\\()\\s*([\"']?)([\\w.]+)\\1\\s*\\)");
    private static final Pattern CONSTANT = Pattern.compile("String (\\w+) = \"([a-z.]+)\"");
    private static final Pattern QUOTED = Pattern.compile("[\"']([a-z]+(?:\\.[a-z]+){1,2})[\"']");

    @Test
    void every_endpoint_names_the_permission_it_needs() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Permitted.class)
                .because("an endpoint is closed until somebody has said for whom it is open")
                .check(House.classes());
    }

    @Test
    void every_permission_of_an_endpoint_is_declared() {
        methods()
                .that()
                .areAnnotatedWith(Permitted.class)
                .should(nameADeclaredPermission())
                .because("an undeclared permission can be granted to nobody")
                .check(House.classes());
    }

    @Test
    void every_permission_asked_for_in_code_is_declared() {
        Set<String> declared = declared().keySet();
        List<String> unknown = new ArrayList<>();
        List<House.Source> sources = new ArrayList<>(House.sources(".java"));
        sources.addAll(House.sources(".ts"));
        sources.addAll(House.sources(".vue"));
        int asked = 0;
        for (House.Source source : sources) {
            Map<String, String> constants = new HashMap<>();
            CONSTANT.matcher(source.text()).results().forEach(found -> constants.put(found.group(1), found.group(2)));
            for (Matcher call = PERMISSION.matcher(source.text()); call.find(); ) {
                String permission = call.group(1).isEmpty() ? constants.get(call.group(2)) : call.group(2);
                if (permission != null) {
                    asked++;
                    if (!declared.contains(permission)) {
                        unknown.add(source.path() + ":" + source.line(call.start()) + " " + permission);
                    }
                }
            }
        }
        assertThat(asked).as("questions found").isGreaterThan(20);
        assertThat(unknown)
                .as("permissions that no access/*.json declares; the answer would always be no")
                .isEmpty();
    }

    /** A record type asks for the four permissions that bear its name. */
    private static final java.util.regex.Pattern RECORD_TYPE =
            java.util.regex.Pattern.compile("RecordType\\.of\\(\\s*\"([a-z.-]+)\"");

    @Test
    void every_declared_permission_is_asked_for_somewhere() {
        Set<String> asked = new TreeSet<>();
        for (String ending : List.of(".java", ".ts", ".vue", ".html")) {
            for (House.Source source : House.sources(ending)) {
                QUOTED.matcher(source.text()).results().forEach(found -> asked.add(found.group(1)));
                RECORD_TYPE
                        .matcher(source.text())
                        .results()
                        .forEach(found -> List.of("read", "export", "unmask", "write")
                                .forEach(verb -> asked.add(found.group(1) + "." + verb)));
            }
        }
        Map<String, String> dead = declared();
        dead.keySet().removeAll(asked);
        assertThat(dead)
                .as("permissions that nothing asks for; an administrator who grants them is misled")
                .isEmpty();
    }

    @Test
    void permissions_are_declared_in_the_file_of_their_module() {
        Map<String, String> strangers = declared();
        strangers
                .entrySet()
                .removeIf(entry -> entry.getKey().startsWith(entry.getValue() + ".")
                        || entry.getKey().equals("workbench.use"));
        assertThat(strangers)
                .as("a permission begins with the id of its module, so that everyone knows where to look")
                .isEmpty();
    }

    /** Permission to the module that declares it. */
    private static Map<String, String> declared() {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> declared = new TreeMap<>();
        for (House.Source file : House.sources(".json")) {
            if (file.path().matches(".*/src/main/resources/access/[a-z]+\\.json")) {
                for (JsonNode permission : json.readTree(file.text()).path("permissions")) {
                    declared.put(permission.get("id").asString(), file.name());
                }
            }
        }
        assertThat(declared).as("permissions declared").isNotEmpty();
        return declared;
    }

    private static ArchCondition<JavaMethod> nameADeclaredPermission() {
        Set<String> declared = new TreeSet<>(declared().keySet());
        declared.add(Permitted.PUBLIC);
        declared.add(Permitted.SIGNED_IN);
        return new ArchCondition<>("name a declared permission") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String permission = method.getAnnotationOfType(Permitted.class).value();
                events.add(new SimpleConditionEvent(
                        method,
                        declared.contains(permission),
                        method.getFullName() + " needs " + permission + ", which no access/*.json declares"));
            }
        };
    }
}
