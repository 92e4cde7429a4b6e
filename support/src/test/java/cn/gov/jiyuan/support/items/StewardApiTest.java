package cn.gov.jiyuan.support.items;

import static cn.gov.jiyuan.support.items.ItemsFixture.CODE;
import static cn.gov.jiyuan.support.items.ItemsFixture.PUBLISHER;
import static cn.gov.jiyuan.support.items.ItemsFixture.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StewardApiTest {
    private static final String DESK = "/api/items/desk/" + CODE;
    private final ItemsFixture fixture = new ItemsFixture();
    private Actor caller = STEWARD;
    private final MockMvc web = MockMvcBuilders.standaloneSetup(
                    new StewardApi(fixture.stewardship, fixture.store, new OpinionStore(fixture.database.jdbc())),
                    new ItemApi(fixture.items))
            .setCustomArgumentResolvers(new Caller())
            .build();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aStewardEditsSubmitsAndAnotherPublishesOverHttp() throws Exception {
        assertThat(send(post(DESK + "/versions")).path("version").asInt()).isEqualTo(2);
        JsonNode draft = send(get(DESK + "/versions/2"));
        send(edition(draft, "/materials/2", "need", "MAY_FOLLOW"));
        assertThat(send(get(DESK + "/versions/2/check"))).isEmpty();
        send(post(DESK + "/versions/2/submit"));
        assertThat(send(get(DESK + "/versions")).path(0).path("actions").toString())
                .contains("PASS", "RETURN")
                .doesNotContain("SAVE", "PUBLISH");
        caller = ItemsFixture.REVIEWER;
        send(post(DESK + "/versions/2/pass"));
        caller = ItemsFixture.LAWYER;
        send(post(DESK + "/versions/2/clear"));
        caller = PUBLISHER;
        send(post(DESK + "/versions/2/publish"));

        assertThat(send(get("/api/items/" + CODE))
                        .at("/content/materials/2/need")
                        .asString())
                .isEqualTo("MAY_FOLLOW");
        assertThat(send(get("/api/items/" + CODE + "/versions/1"))
                        .at("/content/materials/2/need")
                        .asString())
                .isEqualTo("REQUIRED");
        assertThat(send(get(DESK + "/diff?from=1&to=2")).path(0).path("after").asString())
                .isEqualTo("容缺后补");
        assertThat(send(get("/api/items?topic=准营准办")).path("total").asInt()).isEqualTo(ItemsFixture.shippedOn("准营准办"));
    }

    @Test
    void aPromiseOverTheLawIsNamedByTheCheckAndRefusedOnSubmission() throws Exception {
        send(post(DESK + "/versions"));
        ObjectNode content = (ObjectNode) send(get(DESK + "/versions/2")).at("/guide/content");
        ((ObjectNode) content.at("/terms/legal")).put("amount", 20);
        ((ObjectNode) content.at("/terms/promise")).put("amount", 25);
        send(put(DESK + "/versions/2")
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared()
                        .createObjectNode()
                        .put("revision", 1)
                        .set("content", content)
                        .toString()));
        assertThat(send(get(DESK + "/versions/2/check")).path(0).path("message").asString())
                .contains("承诺时限 25 个工作日 超过法定时限 20 个工作日");
        assertThatThrownBy(() -> send(post(DESK + "/versions/2/submit")))
                .hasMessageContaining("items.promise-over-legal");
    }

    @Test
    void aDraftIsNotPublic() throws Exception {
        send(post(DESK + "/versions"));
        assertThatThrownBy(() -> send(get("/api/items/" + CODE + "/versions/2")))
                .hasMessageContaining("items.unknown");
    }

    @Test
    void theDescriptorFitsItsTable() {
        RecordTypeCheck check = new RecordTypeCheck(fixture.database.dataSource());
        assertThat(check.problems(ItemRecords.items())).isEmpty();
        assertThat(check.problems(ItemRecords.catalogue())).isEmpty();
        assertThat(check.problems(ItemRecords.differences())).isEmpty();
    }

    private static MockHttpServletRequestBuilder edition(JsonNode draft, String at, String key, String value) {
        ObjectNode edition = JsonMapper.shared().createObjectNode();
        edition.put("revision", draft.path("revision").asInt());
        ((ObjectNode) draft.at("/guide/content" + at)).put(key, value);
        edition.set("content", draft.at("/guide/content"));
        return put(DESK + "/versions/2").contentType(MediaType.APPLICATION_JSON).content(edition.toString());
    }

    private JsonNode send(MockHttpServletRequestBuilder request) throws Exception {
        var response = web.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isLessThan(300);
        byte[] body = response.getContentAsByteArray();
        return JsonMapper.shared().readTree(body);
    }

    private final class Caller implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return caller;
        }
    }
}
