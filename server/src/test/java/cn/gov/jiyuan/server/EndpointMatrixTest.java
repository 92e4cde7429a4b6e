package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the house for every role over HTTP. What a role should be granted is read from the policy files of
 * the modules, not from the engine that is judged here.
 */
class EndpointMatrixTest extends ServerTest {
    private static final String SOME_ID = "01900000-0000-7000-8000-000000000001";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** One address of a handler method with the permission it declares; null if it declares none. */
    private record Endpoint(String method, String path, String permission) {}

    @Test
    void everyEndpointDeclaresAPermissionThatAModuleKnows() throws IOException {
        Set<String> known = new HashSet<>(Set.of(Permitted.PUBLIC, Permitted.SIGNED_IN));
        policy().forEach(file -> file.path("permissions")
                .forEach(permission -> known.add(permission.path("id").asString())));
        assertThat(endpoints())
                .hasSizeGreaterThan(80)
                .allSatisfy(endpoint -> assertThat(endpoint.permission())
                        .as(endpoint.toString())
                        .isIn(known));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "anonymous, ''",
        "citizen, citizen",
        "enterprise, owner",
        "clerk, clerk",
        "reviewer, reviewer",
        "approver, approver",
        "steward, steward",
        "lawyer, lawyer",
        "publisher, publisher",
        "sealer, sealer",
        "overseer, overseer",
        "leader, leader",
        "administrator, admin",
        "securityofficer, security",
        "auditor, auditor",
        "personnel, personnel",
        "datamanager, datamanager",
        "datasteward, datasteward"
    })
    void aRoleReachesWhatItIsGrantedAndNothingElse(String role, String account) throws IOException {
        boolean anonymous = account.isEmpty();
        Browser browser = anonymous
                ? aVisitor()
                : role.equals("enterprise") ? anEnterpriseOwner().browser() : someoneAs(account);
        Set<String> granted = granted(role);
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            Answer answer = browser.send(
                    endpoint.method(),
                    endpoint.path(),
                    BodyPublishers.noBody(),
                    "application/json",
                    Map.of("X-XSRF-TOKEN", browser.token()));
            String refusal = refusal(answer);
            String expected = granted.contains(endpoint.permission())
                    ? ""
                    : anonymous ? "401 access.sign-in" : "403 access.forbidden";
            if (!refusal.equals(expected) || answer.status() >= 500) {
                wrong.add(endpoint + " → " + answer.status() + " " + refusal + ", expected “" + expected + "”");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPageSendsWhoeverIsNotLoggedInToTheLoginAndBack() {
        Answer answer = aVisitor().get("/my");
        assertThat(answer.path()).isEqualTo("/login?next=%2Fmy");
        assertThat(answer.text()).contains("登录");
    }

    /** How the policy refused; empty if it did not. Refusals by the rules of a module are not its business. */
    private static String refusal(Answer answer) {
        boolean refused = answer.status() == 401 || answer.status() == 403;
        if (!refused) {
            return "";
        }
        String code = answer.header("Content-Type").contains("json")
                ? answer.json().path("code").asString()
                : "";
        return code.isEmpty() || code.startsWith("access.") ? answer.status() + " " + code : "";
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("cn.gov.jiyuan.")) {
                endpoints.addAll(endpoints(info, handler));
            }
        });
        // Logging out ends the session with which the others are asked.
        endpoints.sort(
                Comparator.comparing((Endpoint endpoint) -> endpoint.path().equals("/logout"))
                        .thenComparing(Endpoint::path)
                        .thenComparing(Endpoint::method));
        return endpoints;
    }

    private static List<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        Permitted permitted = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Permitted.class);
        String method = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .sorted()
                .findFirst()
                .orElse("GET");
        return info.getPatternValues().stream()
                .map(pattern -> new Endpoint(method, filled(pattern), permitted == null ? "none" : permitted.value()))
                .toList();
    }

    /** The pattern with something in place of its variables that it accepts. */
    private static String filled(String pattern) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '{') {
                path.append(pattern.charAt(i));
                continue;
            }
            int end = i + 1;
            for (int depth = 1; depth > 0; end++) {
                depth += pattern.charAt(end) == '{' ? 1 : pattern.charAt(end) == '}' ? -1 : 0;
            }
            path.append(value(pattern.substring(i + 1, end - 1)));
            i = end - 1;
        }
        return path.toString();
    }

    private static String value(String variable) {
        int colon = variable.indexOf(':');
        if (colon < 0) {
            return variable.equals("number") || variable.equals("version") ? "1" : SOME_ID;
        }
        String expression = variable.substring(colon + 1);
        for (String candidate :
                List.of(SOME_ID, "0".repeat(31), "subject", expression.split("\\|", 2)[0])) {
            if (candidate.matches(expression)) {
                return candidate;
            }
        }
        throw new AssertionError("no value for " + variable);
    }

    private static Set<String> granted(String role) throws IOException {
        Set<String> granted = new HashSet<>(Set.of(Permitted.PUBLIC));
        if (role.equals("anonymous")) {
            return granted;
        }
        granted.add(Permitted.SIGNED_IN);
        Set<String> roles = new HashSet<>(Set.of(role));
        if (!role.equals("citizen") && !role.equals("enterprise")) {
            roles.add("official");
        }
        policy().forEach(file -> file.path("grants").forEach(grant -> {
            if (roles.contains(grant.path("role").asString())) {
                granted.add(grant.path("permission").asString());
            }
        }));
        return granted;
    }

    private static List<JsonNode> policy() throws IOException {
        List<JsonNode> files = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:access/*.json")) {
            files.add(JsonMapper.shared().readTree(file.getContentAsByteArray()));
        }
        return files;
    }
}
