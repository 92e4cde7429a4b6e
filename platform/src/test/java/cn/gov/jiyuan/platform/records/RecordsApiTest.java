package cn.gov.jiyuan.platform.records;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.RowScope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordsApiTest {
    private static final Desk DESK = new Desk(300);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new RecordsController(DESK.records, DESK.policy),
                    new ExportController(DESK.records),
                    new OpenApiController(DESK.records, noParts()))
            .setCustomArgumentResolvers(new Caller())
            .build();

    private static ObjectProvider<OpenApiPart> noParts() {
        return new StaticListableBeanFactory().getBeanProvider(OpenApiPart.class);
    }

    @BeforeEach
    void reading() {
        DESK.policy
                .revokeAll()
                .grant("desk.matter.read", new RowScope.All())
                .grant("desk.matter.export", new RowScope.All())
                .grant("desk.matter.write", new RowScope.All());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return send(MockMvcRequestBuilders.get(URI.create(address)));
    }

    private JsonNode json(String address) throws Exception {
        MockHttpServletResponse response = get(address);
        assertThat(response.getStatus()).isEqualTo(200);
        return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void only_types_that_one_may_read_are_listed() throws Exception {
        assertThat(json("/api/records?counts=true").toString())
                .isEqualTo("[{\"id\":\"desk.matter\",\"name\":\"办件\",\"count\":\"300\"}]");
    }

    @Test
    void a_list_is_asked_for_by_its_address() throws Exception {
        JsonNode page = json("/api/records/desk.matter?state=accepted&opened=2023-01-01..&sort=number&limit=2");
        assertThat(page.path("sentence").asString()).isEqualTo("状态为 受理，受理时间不早于 2023 年 1 月 1 日");
        assertThat(page.path("rows").size()).isEqualTo(2);
        JsonNode cells = page.path("rows").path(1).path("cells");
        assertThat(cells.path("number").path("text").asString()).isEqualTo("JY00000004");
        assertThat(cells.path("applicant").path("masked").asBoolean()).isTrue();
        assertThat(page.path("totals").path("text").asString()).isEqualTo("75");
        JsonNode next = json("/api/records/desk.matter?" + page.path("link").asString() + "&after="
                + page.path("next").asString());
        assertThat(next.path("rows").path(0).path("label").asString()).isEqualTo("JY00000008");
    }

    @Test
    void a_descriptor_tells_what_this_actor_may_do() throws Exception {
        JsonNode descriptor = json("/api/records/desk.matter/descriptor");
        assertThat(descriptor.path("mayWrite").asBoolean()).isTrue();
        assertThat(descriptor.path("mayUnmask").asBoolean()).isFalse();
        assertThat(descriptor.path("columns").toString())
                .contains("\"reviewing\":\"审查\"")
                .doesNotContain("备注");
    }

    @Test
    void facets_and_history_answer() throws Exception {
        assertThat(json("/api/records/desk.matter/facets?dept=" + Desk.MARKET)
                        .path(0)
                        .path("values")
                        .size())
                .isEqualTo(4);
        assertThat(json("/api/records/desk.matter/" + Desk.id(1) + "/history").size())
                .isZero();
    }

    @Test
    void an_export_is_a_download_with_a_chinese_name() throws Exception {
        MockHttpServletResponse response =
                get("/api/records/desk.matter/export?format=csv&state=accepted&columns=number");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).contains("filename*=UTF-8''%E5%8A%9E%E4%BB%B6.csv");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).startsWith("\uFEFF办件编号\r\nJY");
        assertThat(get("/api/records/desk.matter/export?format=xlsx").getContentAsByteArray())
                .startsWith('P', 'K');
    }

    @Test
    void an_edit_needs_the_version_seen_and_returns_the_next() throws Exception {
        String body = "{\"values\":{\"title\":\"改后的名称\"}}";
        MockHttpServletResponse saved =
                send(put(Desk.id(9)).header("If-Match", "\"1\"").content(body));
        assertThat(saved.getStatus()).isEqualTo(200);
        assertThat(saved.getHeader("ETag")).isEqualTo("\"2\"");
        try {
            send(put(Desk.id(9)).header("If-Match", "\"1\"").content(body.replace("改后", "另改")));
            throw new AssertionError("no conflict");
        } catch (jakarta.servlet.ServletException refused) {
            assertThat(refused.getCause()).isInstanceOfSatisfying(EditConflict.class, conflict -> {
                assertThat(conflict.details()).containsEntry("storedVersion", 2L);
                assertThat(JSON.writeValueAsString(conflict.details()))
                        .contains("\"stored\":\"改后的名称\"")
                        .contains("\"clashes\":true");
            });
        }
    }

    private static MockHttpServletRequestBuilder put(String id) {
        return MockMvcRequestBuilders.put("/api/records/desk.matter/" + id).contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void the_open_api_document_describes_every_type_and_refers_to_nothing_missing() throws Exception {
        JsonNode document = json("/api/openapi.json");
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("paths")
                        .path("/api/records/desk.matter/{id}")
                        .path("put")
                        .isObject())
                .isTrue();
        assertThat(document.path("paths").toString()).contains("受理时间").doesNotContain("\"note\"");
        Set<String> referred = new HashSet<>();
        document.findValues("$ref").forEach(ref -> referred.add(ref.asString()));
        assertThat(referred)
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
        assertThat(document.findValues("operationId").stream()
                        .map(JsonNode::asString)
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(List.of("desk.matter", "Problem"))
                .allSatisfy(schema -> assertThat(
                                document.path("components").path("schemas").has(schema))
                        .isTrue());
    }

    /** Stands for the session. */
    private static final class Caller implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Desk.official(Desk.MARKET);
        }
    }
}
