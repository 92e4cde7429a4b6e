package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Departments that share: resources with data, granted requests, and programs that sign their calls. */
abstract class SharingTown extends ServerTest {
    protected static final String PURPOSE = "食品经营许可核对申请人身份";
    private static int made;

    @Autowired
    protected Datasets datasets;

    /** A resource with its dataset; its rows are the neighbours of the town. */
    protected record Shared(String code, String dataset, String name) {
        String path(String what) {
            return "/api/share/v1/" + code.replace('/', '-') + "/" + what;
        }
    }

    /** A program of another unit. */
    protected record Program(String appKey, String secret) {}

    protected static JsonNode view(Browser browser, String id) {
        Answer answer = browser.getJson("/api/exchange/requests/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    protected static UUID caseOf(JsonNode request) {
        return UUID.fromString(request.at("/request/caseId").asString());
    }

    protected String grantOf(String request) {
        return view(someoneAs("datasteward"), request).at("/grant/id").asString();
    }

    protected Official toTheProvider(UUID matter) {
        anOfficial("approver").does(matter, "approve", "确有需要");
        Official manager = anOfficial("datamanager");
        manager.does(matter, "forward", "符合规范");
        return manager;
    }

    protected JsonNode submitted(Shared resource, List<String> items, String validTo, List<UUID> demands) {
        return submitted(resource, items, validTo, demands, Map.of(), "datasteward");
    }

    protected JsonNode submitted(
            Shared resource,
            List<String> items,
            String validTo,
            List<UUID> demands,
            Map<String, Object> more,
            String account) {
        Browser steward = someoneAs(account);
        Answer drafted = steward.call("POST", "/api/exchange/requests", draft(resource, items, validTo, demands, more));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        String id = drafted.json().at("/request/id").asString();
        Answer submitted = steward.call("POST", "/api/exchange/requests/" + id + "/submit", Map.of());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return submitted.json();
    }

    protected static Map<String, Object> draft(
            Shared resource, List<String> items, String validTo, List<UUID> demands, Map<String, Object> more) {
        Map<String, Object> draft = new LinkedHashMap<>(Map.of(
                "resource",
                resource.code(),
                "items",
                items,
                "purpose",
                PURPOSE,
                "sceneName",
                "食品经营许可",
                "legalBasis",
                "《食品经营许可和备案管理办法》",
                "frequency",
                "按件",
                "validTo",
                validTo,
                "demands",
                demands));
        draft.putAll(more);
        return draft;
    }

    protected Program granted(Shared resource, List<String> items, List<UUID> demands) {
        return granted(resource, items, demands, Map.of(), "datasteward");
    }

    protected Program granted(
            Shared resource, List<String> items, List<UUID> demands, Map<String, Object> more, String account) {
        JsonNode request = submitted(resource, items, "2023-06-30", demands, more, account);
        grant(request);
        return credentials(request.at("/request/id").asString());
    }

    protected void grant(JsonNode request) {
        UUID matter = caseOf(request);
        if (request.at("/request/sharing").asString().equals("UNCONDITIONAL")) {
            anOfficial("approver").does(matter, "approve", "确有需要");
            Official manager = anOfficial("datamanager");
            assertThat(manager.tries(matter, "forward", "转").status()).isEqualTo(409);
            manager.does(matter, "admit", "无条件共享");
        } else {
            Official manager = toTheProvider(matter);
            assertThat(manager.tries(matter, "grant", "抢先").status()).isNotEqualTo(200);
            anOfficial("police-data").does(matter, "agree", "同意");
        }
        anOfficial("datamanager").does(matter, "grant", "开通");
    }

    protected Program credentials(String request) {
        Answer shown = someoneAs("datasteward")
                .call("POST", "/api/exchange/grants/" + grantOf(request) + "/credentials", Map.of());
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        return new Program(
                shown.json().path("appKey").asString(),
                shown.json().path("secret").asString());
    }

    protected static Map<String, Object> asking(int citizen) {
        return Map.of(
                "conditions",
                Map.of("id_no", idNumber(DemoPopulation.citizen(citizen))),
                "purpose",
                PURPOSE,
                "operator",
                "张三");
    }

    protected Answer called(Program program, Shared resource, String what, Map<String, Object> body) {
        return called(program, resource, what, body, Map.of());
    }

    protected Answer called(
            Program program, Shared resource, String what, Map<String, Object> body, Map<String, String> more) {
        byte[] bytes = bytes(body);
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.putAll(signed(program, resource.path(what), bytes, clock.millis(), "nonce-" + UUID.randomUUID()));
        return sent(resource.path(what), bytes, headers);
    }

    protected Answer sent(String path, byte[] body, Map<String, String> headers) {
        return aVisitor().send("POST", path, BodyPublishers.ofByteArray(body), "application/json", headers);
    }

    protected static byte[] bytes(Map<String, Object> body) {
        return JsonMapper.shared().writeValueAsBytes(body);
    }

    protected static Map<String, String> signed(Program program, String path, byte[] body, long millis, String nonce) {
        return signed(program, "POST", path, body, millis, nonce);
    }

    protected static Map<String, String> signed(
            Program program, String method, String path, byte[] body, long millis, String nonce) {
        String message = String.join("\n", method, path, Long.toString(millis), nonce, Sm3.hex(body));
        byte[] mac =
                Sm3.mac(program.secret().getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "X-App-Key", program.appKey(),
                "X-Timestamp", Long.toString(millis),
                "X-Nonce", nonce,
                "X-Signature", HexFormat.of().formatHex(mac)));
        if (method.equals("POST")) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }

    /** A resource of the police as the catalogue would have published it, with a dataset of the hub behind it. */
    protected Shared aResource(String sharing) {
        int number = ++made;
        Shared shared = new Shared("307001/" + (900_000 + number), "test.shared_" + number, "常住人口登记 " + number);
        String items = JsonMapper.shared()
                .writeValueAsString(List.of(
                        item("id_no", "公民身份号码", true, true),
                        item("name", "姓名", false, true),
                        item("address", "户籍地址", false, true),
                        item("status", "状态", false, false),
                        item("area_code", "区划", false, false)));
        jdbc.sql(
                        "insert into exchange.directory (id, code, version, name, summary, unit_id, unit_code, unit_name, sharing,"
                                + " refusal_basis, cycle, published_on, items, item_names, item_count, dataset, state)"
                                + " values (?, ?, 1, ?, '摘要', ?, 'police', '公安局', ?, ?, 'DAILY', '2022-01-01', ?::jsonb,"
                                + " '公民身份号码、姓名、户籍地址、状态、区划', 5, ?, 'LISTED')")
                .params(
                        UUID.nameUUIDFromBytes(("exchange:" + shared.code()).getBytes(StandardCharsets.UTF_8)),
                        shared.code(),
                        shared.name(),
                        Unit.idOf("police"),
                        sharing,
                        sharing.equals("NONE") ? "《中华人民共和国反恐怖主义法》第四十五条" : null,
                        items,
                        shared.dataset())
                .update();
        if (!sharing.equals("NONE")) {
            land(shared);
        }
        return shared;
    }

    protected void land(Shared shared) {
        datasets.declare(
                Actor.SYSTEM,
                new Dataset(
                        shared.dataset(),
                        shared.name(),
                        "police",
                        List.of(
                                DataColumn.of("id_no", "公民身份号码", DataType.TEXT).ofPersons(),
                                DataColumn.of("name", "姓名", DataType.TEXT).ofPersons(),
                                DataColumn.of("address", "户籍地址", DataType.TEXT).ofPersons(),
                                DataColumn.of("status", "状态", DataType.TEXT),
                                DataColumn.of("area_code", "区划", DataType.TEXT)),
                        List.of("id_no"),
                        1));
        try (Landing landing = datasets.land(Actor.SYSTEM, shared.dataset(), "first", Landing.Mode.REPLACE)) {
            for (int i = 0; i < 20; i++) {
                DemoPopulation.Citizen person = DemoPopulation.citizen(i);
                landing.row(idNumber(person), person.name(), "济源市天坛街道 " + i + " 号", "正常", "419001");
            }
            landing.commit();
        }
        awaitServed(shared.dataset(), 1);
    }

    protected void awaitServed(String dataset, long snapshot) {
        for (int i = 0; i < 300; i++) {
            long served = jdbc.sql("select coalesce(max(snapshot), 0) from exchange.served where dataset = ?")
                    .param(dataset)
                    .query(Long.class)
                    .single();
            if (served >= snapshot) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(dataset + " is not served");
    }

    protected static Map<String, Object> item(String name, String title, boolean key, boolean personal) {
        return Map.of(
                "name", name, "title", title, "type", "C", "key", key, "personal", personal, "level", personal ? 3 : 1);
    }

    protected static String idNumber(DemoPopulation.Citizen person) {
        return person.idNumber().value();
    }
}
