package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.keys.Sm2;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Sharing between departments: asking, answering, granting, calling, and who can see it afterwards. */
class SharingTest extends SharingTown {
    @Autowired
    private List<RecordType> types;

    @Autowired
    private DataSource dataSource;

    @Test
    @Scenario("S11.1")
    void silenceOfTheProviderForTenWorkdaysIsOverdueRemindedThriceSupervisedAndNeverConsent() {
        Shared resource = aResource("CONDITIONAL");
        clock.set("2022-09-26T09:00");
        JsonNode request = submitted(resource, List.of("id_no", "name"), "2023-09-30", List.of());
        UUID matter = caseOf(request);
        Official manager = toTheProvider(matter);
        String id = request.at("/request/id").asString();

        for (String day : List.of("2022-09-29T10:00", "2022-10-08T10:00", "2022-10-11T10:00", "2022-10-12T10:00")) {
            sweepOn(day);
        }
        sweepOn("2022-10-13T23:59");
        assertThat(view(manager.browser(), id).at("/request/state").asString()).isEqualTo("provider");
        assertThat(view(manager.browser(), id).path("reminders")).hasSize(3);

        sweepOn("2022-10-14T09:00");
        JsonNode overdue = view(manager.browser(), id);
        assertThat(overdue.at("/request/state").asString()).isEqualTo("overdue");
        assertThat(manager.opens(matter).at("/matter/stateLabel").asString()).isEqualTo("逾期");
        assertThat(overdue.path("reminders")).hasSize(3);
        assertThat(overdue.at("/reminders/0/workday").asInt()).isEqualTo(5);
        assertThat(overdue.at("/reminders/2/workday").asInt()).isEqualTo(10);
        assertThat(overdue.at("/reminders/2/told").asInt()).isPositive();
        assertThat(overdue.path("grant").isNull()).isTrue();
        assertThat(manager.opens(matter).path("timeline").toString()).contains("第 3 次催办");

        Official overseer = anOfficial("overseer");
        String supervised = overseer.browser()
                .getJson("/api/cases/inbox?view=claimable&type=exchange.supervision&limit=200")
                .body();
        UUID supervision = supervisionOf(id);
        assertThat(overseer.opens(supervision).at("/matter/title").asString()).contains("逾期未答复", resource.name());
        assertThat(supervised).doesNotContain("error");
        assertThat(messages("overseer")).contains("共享督办");

        sweepOn("2022-12-30T09:00");
        assertThat(view(manager.browser(), id).at("/request/state").asString()).isEqualTo("overdue");
        assertThat(view(manager.browser(), id).path("grant").isNull()).isTrue();
        assertThat(view(manager.browser(), id).path("reminders")).hasSize(3);

        anOfficial("police-data").does(matter, "agree", "同意");
        assertThat(view(manager.browser(), id).at("/request/overdue").asBoolean())
                .isTrue();
        assertThat(overseer.opens(supervision).at("/matter/stateLabel").asString())
                .isEqualTo("已办结");
    }

    @Test
    void theClockOfTheAnswerStatesTheVersionOfTheDay() {
        Shared resource = aResource("CONDITIONAL");
        clock.set("2022-09-26T09:00");
        UUID old = caseOf(submitted(resource, List.of("id_no"), "2023-09-30", List.of()));
        toTheProvider(old);
        assertThat(clocks(old)).contains("政务信息资源共享管理暂行办法");
        clock.set("2025-08-04T09:00");
        UUID present = caseOf(submitted(resource, List.of("id_no"), "2026-09-30", List.of()));
        toTheProvider(present);
        assertThat(clocks(present)).contains("政务数据共享条例");
    }

    @Test
    @Scenario("S11.2")
    void aVerificationWantsACaseAndTellsNothingButYesOrNo() throws Exception {
        Shared resource = aResource("CONDITIONAL");
        Program program = granted(resource, List.of("id_no", "name", "address"), List.of());
        DemoPopulation.Citizen person = DemoPopulation.citizen(3);
        Map<String, Object> right = Map.of("id_no", idNumber(person), "name", person.name());

        Answer refused = called(program, resource, "verify", Map.of("conditions", right, "purpose", PURPOSE));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("exchange.sharing-no-case");

        String number = "XK-" + UUID.randomUUID().toString().substring(0, 8);
        Answer yes = called(program, resource, "verify", Map.of("conditions", right, "caseNumber", number));
        assertThat(yes.status()).as(yes.body()).isEqualTo(200);
        assertThat(yes.json().path("matched").isBoolean()).isTrue();
        assertThat(yes.json().path("matched").asBoolean()).isTrue();
        assertThat(yes.body()).doesNotContain("address", "街道", "镇", person.name(), idNumber(person));
        assertThat(yes.json().propertyNames()).containsExactlyInAnyOrder("matched", "serial");

        Map<String, Object> wrong = Map.of("id_no", idNumber(person), "name", person.name() + "甲");
        Answer no = called(program, resource, "verify", Map.of("conditions", wrong, "caseNumber", number));
        assertThat(no.json().path("matched").asBoolean()).isFalse();

        Browser auditor = someoneAs("auditor");
        JsonNode log = auditor.getJson("/api/records/exchange.call?caseNumber=" + number)
                .json();
        assertThat(log.path("rows")).hasSize(2);
        Thread.sleep(1_500);
        JsonNode proof = auditor.getJson(
                        "/api/exchange/calls/" + yes.json().path("serial").asString() + "/proof")
                .json();
        assertThat(proof.path("intact").asBoolean()).as(proof.toString()).isTrue();

        String told = aNeighbour(3).browser().get("/my/data-uses").text();
        assertThat(told).contains("市场监管局", "核验了您的信息", number);
        assertThat(aNeighbour(4).browser().get("/my/data-uses").text()).doesNotContain(number);
    }

    @Test
    void aChangedLineOfTheLogIsFound() throws Exception {
        Shared resource = aResource("UNCONDITIONAL");
        Program program = granted(resource, List.of("id_no", "status"), List.of());
        Answer answer = called(program, resource, "query", asking(2));
        String serial = answer.json().path("serial").asString();
        Thread.sleep(1_500);
        Browser auditor = someoneAs("auditor");
        String proof = "/api/exchange/calls/" + serial + "/proof";
        assertThat(auditor.getJson(proof).json().path("intact").asBoolean()).isTrue();
        jdbc.sql("update exchange.share_call set purpose = '别的' where id = ?::uuid")
                .param(serial)
                .update();
        assertThat(auditor.getJson(proof).json().path("intact").asBoolean()).isFalse();
        assertThat(auditor.getJson(proof).json().path("finding").asString()).contains("改动");
    }

    @Test
    void whatIsGivenIsGrantedMaskedLimitedAndSigned() throws Exception {
        Shared resource = aResource("CONDITIONAL");
        Program program = granted(resource, List.of("id_no", "name", "status"), List.of());
        DemoPopulation.Citizen person = DemoPopulation.citizen(2);
        Answer answer = called(program, resource, "query", asking(2), Map.of("X-Sign-Response", "SM2"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode row = answer.json().at("/rows/0");
        assertThat(row.propertyNames()).containsExactlyInAnyOrder("id_no", "name", "status");
        assertThat(row.path("name").asString())
                .startsWith(person.name().substring(0, 1))
                .contains("*");
        assertThat(row.path("id_no").asString()).isNotEqualTo(idNumber(person)).contains("*");
        X509Certificate signer = (X509Certificate)
                CertificateFactory.getInstance("X.509", new org.bouncycastle.jce.provider.BouncyCastleProvider())
                        .generateCertificate(new ByteArrayInputStream(Base64.getDecoder()
                                .decode(aVisitor()
                                        .getJson("/api/share/v1/certificate")
                                        .json()
                                        .path("certificate")
                                        .asString())));
        byte[] signature = Base64.getDecoder().decode(answer.header("X-Response-Signature"));
        assertThat(Sm2.verify(signer, answer.bytes(), signature)).isTrue();

        assertRefused(
                called(program, resource, "query", Map.of("conditions", Map.of("status", "正常"), "purpose", PURPOSE)),
                422,
                "NO_LOOKUP");
        assertRefused(
                called(
                        program,
                        resource,
                        "query",
                        Map.of("conditions", Map.of("id_no", "x"), "items", List.of("address"), "purpose", PURPOSE)),
                403,
                "ITEM_NOT_GRANTED");
        assertRefused(
                called(program, resource, "query", Map.of("conditions", Map.of("id_no", "x"))), 403, "NO_PURPOSE");
        assertRefused(
                called(new Program(program.appKey(), "0".repeat(64)), resource, "query", asking(2)),
                401,
                "BAD_SIGNATURE");
        assertRefused(called(new Program("JY0", "0"), resource, "query", asking(2)), 401, "UNKNOWN_KEY");
        Shared other = aResource("UNCONDITIONAL");
        assertRefused(called(program, other, "query", asking(2)), 403, "OTHER_RESOURCE");
        Answer unsigned = aVisitor().call("POST", resource.path("query"), asking(2));
        assertRefused(unsigned, 401, "NO_SIGNATURE");
    }

    @Test
    void aSignatureHoldsForOneCallWithinFiveMinutes() throws Exception {
        Shared resource = aResource("UNCONDITIONAL");
        Program program = granted(resource, List.of("id_no", "status"), List.of());
        Map<String, String> headers =
                signed(program, resource.path("query"), bytes(asking(2)), clock.millis(), "nonce-" + UUID.randomUUID());
        assertThat(sent(resource.path("query"), bytes(asking(2)), headers).status())
                .isEqualTo(200);
        assertRefused(sent(resource.path("query"), bytes(asking(2)), headers), 401, "REPLAYED");
        Map<String, String> old = signed(
                program,
                resource.path("query"),
                bytes(asking(2)),
                clock.millis() - 301_000,
                "nonce-" + UUID.randomUUID());
        assertRefused(sent(resource.path("query"), bytes(asking(2)), old), 401, "STALE");
        Map<String, String> tampered =
                signed(program, resource.path("query"), bytes(asking(2)), clock.millis(), "nonce-" + UUID.randomUUID());
        assertRefused(sent(resource.path("query"), bytes(asking(3)), tampered), 401, "BAD_SIGNATURE");
    }

    @Test
    void theQuotaOfADayAndOfASecondHolds() throws Exception {
        Shared resource = aResource("UNCONDITIONAL");
        Program program = granted(
                resource,
                List.of("id_no", "status"),
                List.of(),
                Map.of("dailyQuota", 5, "perSecond", 3),
                "datasteward");
        Instant start = clock.instant();
        for (int i = 0; i < 3; i++) {
            assertThat(called(program, resource, "query", asking(2)).status()).isEqualTo(200);
        }
        assertRefused(called(program, resource, "query", asking(2)), 429, "QUOTA_SECOND");
        clock.set(start.plusSeconds(1)
                .atOffset(ZoneOffset.ofHours(8))
                .toLocalDateTime()
                .toString());
        called(program, resource, "query", asking(2));
        called(program, resource, "query", asking(2));
        assertRefused(called(program, resource, "query", asking(2)), 429, "QUOTA_DAY");
    }

    @Test
    @Scenario("S11.5")
    void aGrantThatIsOverAnswersExpiredTellsBothSidesAndComesBackOnlyByApproval() throws Exception {
        Shared resource = aResource("CONDITIONAL");
        clock.set("2023-03-06T09:00");
        JsonNode request = submitted(resource, List.of("id_no", "status"), "2023-03-31", List.of());
        UUID matter = caseOf(request);
        String id = request.at("/request/id").asString();
        toTheProvider(matter);
        anOfficial("police-data").does(matter, "agree", "同意");
        anOfficial("datamanager").does(matter, "grant", "开通");
        Program program = credentials(id);
        clock.set("2023-03-31T23:59");
        assertThat(called(program, resource, "query", asking(2)).status()).isEqualTo(200);

        clock.set("2023-04-01T00:00");
        Answer over = called(program, resource, "query", asking(2));
        assertThat(over.status()).isEqualTo(401);
        assertThat(over.json().path("reason").asString()).isEqualTo("EXPIRED");
        String word = "共享授权到期：" + resource.name();
        assertThat(messages("datasteward")).contains(word);
        assertThat(messages("police-data")).contains(word);
        Official steward = anOfficial("datasteward");
        assertThat(steward.opens(matter).at("/matter/stateLabel").asString()).isEqualTo("已到期");

        assertThat(steward.tries(matter, "renew", "继续使用", Map.of("validTo", "2023-03-31"))
                        .status())
                .isEqualTo(422);
        steward.does(matter, "renew", "继续使用", Map.of("validTo", "2023-12-31"));
        Thread.sleep(1_100);
        assertRefused(called(program, resource, "query", asking(2)), 401, "EXPIRED");
        toTheProvider(matter);
        assertRefused(called(program, resource, "query", asking(2)), 401, "EXPIRED");
        anOfficial("police-data").does(matter, "agree", "同意续期");
        anOfficial("datamanager").does(matter, "grant", "续期");
        Thread.sleep(1_100);
        assertThat(called(program, resource, "query", asking(2)).status()).isEqualTo(200);
    }

    @Test
    void aRefusalNeedsAReasonAndADisputeIsRuled() {
        Shared resource = aResource("CONDITIONAL");
        JsonNode request = submitted(resource, List.of("id_no", "name"), "2023-06-30", List.of());
        UUID matter = caseOf(request);
        toTheProvider(matter);
        Official police = anOfficial("police-data");
        assertThat(police.tries(matter, "refuse", "").status()).isEqualTo(422);
        police.does(matter, "refuse", "用途与职责不符");
        Official steward = anOfficial("datasteward");
        steward.does(matter, "dispute", "属于法定职责");
        Official manager = anOfficial("datamanager");
        manager.does(matter, "escalate", "协商不成");
        assertThat(manager.tries(matter, "rule-for", "可以共享").status()).isEqualTo(403);
        anOfficial("data-leader").does(matter, "rule-for", "属于履行职责所需，应当共享");
        manager.does(matter, "grant", "按裁定开通");
        assertThat(manager.opens(matter).at("/matter/stateLabel").asString()).isEqualTo("使用中");
    }

    @Test
    void theProviderAnswersItemByItem() throws Exception {
        Shared resource = aResource("CONDITIONAL");
        JsonNode request = submitted(resource, List.of("id_no", "name", "address"), "2023-06-30", List.of());
        UUID matter = caseOf(request);
        String id = request.at("/request/id").asString();
        toTheProvider(matter);
        Official police = anOfficial("police-data");
        String items = "/api/exchange/requests/" + id + "/items";
        Answer bare = police.browser().call("PUT", items, List.of(Map.of("item", "address", "approved", false)));
        assertThat(bare.json().path("code").asString()).isEqualTo("exchange.sharing-reason-per-item");
        Answer decided = police.browser()
                .call("PUT", items, List.of(Map.of("item", "address", "approved", false, "reason", "核对身份不需要住址")));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(anOfficial("civil-data")
                        .browser()
                        .call("PUT", items, List.of(Map.of("item", "name", "approved", true)))
                        .status())
                .isIn(403, 404);
        police.does(matter, "agree", "同意其余两项");
        anOfficial("datamanager").does(matter, "grant", "开通");
        Program program = credentials(id);
        JsonNode row = called(program, resource, "query", asking(2)).json().at("/rows/0");
        assertThat(row.propertyNames()).containsExactlyInAnyOrder("id_no", "name");
        Answer again = anOfficial("datasteward")
                .browser()
                .call("POST", "/api/exchange/grants/" + grantOf(id) + "/credentials", Map.of());
        assertThat(again.json().path("code").asString()).isEqualTo("exchange.sharing-secret-shown");
    }

    @Test
    void aNewVersionOfTheDatasetIsServedAtOnceAndASubscriberFetchesItsChanges() throws Exception {
        Shared resource = aResource("UNCONDITIONAL");
        Program program =
                granted(resource, List.of("id_no", "status"), List.of(), Map.of("mode", "SUBSCRIPTION"), "datasteward");
        long before = called(program, resource, "query", asking(2))
                .json()
                .path("snapshot")
                .asLong();
        try (Landing landing = datasets.land(Actor.SYSTEM, resource.dataset(), "second", Landing.Mode.MERGE)) {
            DemoPopulation.Citizen person = DemoPopulation.citizen(2);
            landing.row(idNumber(person), person.name(), "济源市沁园街道", "注销", "419001");
            landing.commit();
        }
        awaitServed(resource.dataset(), before + 1);
        Thread.sleep(1_100);
        JsonNode row = called(program, resource, "query", asking(2)).json();
        assertThat(row.at("/rows/0/status").asString()).isEqualTo("注销");
        assertThat(row.path("snapshot").asLong()).isEqualTo(before + 1);

        String path = resource.path("changes") + "?since=" + before + "&purpose=sync";
        Map<String, String> headers =
                signed(program, "GET", path, new byte[0], clock.millis(), "nonce-" + UUID.randomUUID());
        Answer changes = aVisitor().send("GET", path, BodyPublishers.noBody(), "application/json", headers);
        assertThat(changes.status()).as(changes.body()).isEqualTo(200);
        assertThat(changes.json().path("changed")).hasSize(1);
        assertThat(changes.json().path("added")).isEmpty();
        assertThat(changes.json().path("removed")).isEmpty();
    }

    @Test
    void aFileIsDeliveredWithItsMarkAndLogged() throws Exception {
        Shared resource = aResource("UNCONDITIONAL");
        JsonNode request = submitted(
                resource, List.of("id_no", "status"), "2023-06-30", List.of(), Map.of("mode", "FILE"), "datasteward");
        grant(request);
        Browser steward = someoneAs("datasteward");
        String grant = grantOf(request.at("/request/id").asString());
        for (String format : List.of("CSV", "XLSX")) {
            Answer asked = steward.call(
                    "POST",
                    "/api/exchange/grants/" + grant + "/deliveries",
                    Map.of("format", format, "purpose", "年度核对"));
            assertThat(asked.status()).as(asked.body()).isEqualTo(200);
            String id = asked.json().path("id").asString();
            Answer file = null;
            for (int i = 0; i < 150 && (file == null || file.status() != 200); i++) {
                Thread.sleep(100);
                file = steward.send(
                        "GET", "/api/exchange/deliveries/" + id + "/file", BodyPublishers.noBody(), "*/*", Map.of());
            }
            assertThat(file.status()).as(file.body()).isEqualTo(200);
            if (format.equals("CSV")) {
                assertThat(file.body()).contains("交付编号 JF", "市场监管局", "年度核对").contains("正常");
            }
        }
        assertThat(someoneAs("police-data")
                        .getJson("/api/exchange/deliveries/" + UUID.randomUUID() + "/file")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Scenario("S11.6")
    @Scenario("S11.7")
    void theRateOfSharingOnDemandCountsWhatWasCalledAndNotWhatWasOnlyGranted() throws Exception {
        Shared first = aResource("UNCONDITIONAL");
        Shared second = aResource("UNCONDITIONAL");
        clock.set("2029-05-07T09:00");
        Browser steward = someoneAs("datasteward");
        List<Map<String, Object>> needs = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            needs.add(
                    Map.of("title", "需求第 " + i + " 项", "items", List.of("状态"), "scene", "行政许可", "provider", "police"));
        }
        List<UUID> ids = new ArrayList<>();
        Answer taken = steward.call("POST", "/api/exchange/demands/import", needs);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        taken.json().path("ids").forEach(id -> ids.add(UUID.fromString(id.asString())));
        assertThat(ids).doesNotHaveDuplicates().hasSize(240);
        Answer twice = steward.call("POST", "/api/exchange/demands/import", needs.subList(0, 20));
        assertThat(twice.json().at("/ids/0").asString())
                .isEqualTo(ids.getFirst().toString());

        Browser police = someoneAs("police-data");
        Map<String, Object> refusal = new LinkedHashMap<>(Map.of("answer", "不予共享", "refused", true));
        Answer baseless = police.call("POST", "/api/exchange/demands/" + ids.get(0) + "/answer", refusal);
        assertThat(baseless.json().path("code").asString()).isEqualTo("exchange.sharing-no-basis");
        refusal.put("basisKind", "LAW");
        refusal.put("basis", "《中华人民共和国反恐怖主义法》第四十五条");
        for (UUID id : ids.subList(0, 12)) {
            Answer refused = police.call("POST", "/api/exchange/demands/" + id + "/answer", refusal);
            assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        }
        Program works = granted(
                first,
                List.of("id_no", "status"),
                ids.subList(12, 215),
                Map.of("validTo", "2030-01-01"),
                "datasteward");
        Program idle = granted(
                second,
                List.of("id_no", "status"),
                ids.subList(215, 218),
                Map.of("validTo", "2030-01-01"),
                "datasteward");
        assertRate("0", 0, 228);
        assertThat(called(works, first, "query", asking(2)).status()).isEqualTo(200);
        assertRate("89.0", 203, 228);

        Browser overseer = someoneAs("overseer");
        Answer sweep = overseer.call("POST", "/api/exchange/sweeps", Map.of());
        assertThat(sweep.json().path("dispatched").asInt()).isEqualTo(3);
        UUID order = supervisionOf("demand:" + ids.get(215));
        assertThat(anOfficial("overseer").opens(order).at("/matter/title").asString())
                .contains("已授权未调通");
        assertThat(overseer.call("POST", "/api/exchange/sweeps", Map.of())
                        .json()
                        .path("dispatched")
                        .asInt())
                .isZero();

        assertRefused(called(idle, second, "query", Map.of("conditions", Map.of("id_no", "x"))), 403, "NO_PURPOSE");
        assertRate("89.0", 203, 228);
        assertThat(called(idle, second, "query", asking(2)).status()).isEqualTo(200);
        assertRate("90.4", 206, 228);
        overseer.call("POST", "/api/exchange/sweeps", Map.of());
        assertThat(anOfficial("overseer").opens(order).at("/matter/stateLabel").asString())
                .isEqualTo("已办结");

        JsonNode excluded = someoneAs("datamanager")
                .getJson("/api/records/exchange.demand?standing=EXCLUDED&createdAt=2029-05-07..2029-05-07&limit=100")
                .json();
        assertThat(excluded.path("rows")).hasSize(12).allSatisfy(row -> {
            assertThat(row.at("/cells/basis/text").asString()).contains("反恐怖主义法");
            assertThat(row.at("/cells/basisKind/text").asString()).isEqualTo("法律");
        });
    }

    @Test
    void everyListHasItsColumnsAndIndexes() {
        RecordTypeCheck check = new RecordTypeCheck(dataSource);
        List<String> ours = List.of(
                "directory",
                "responsibility",
                "negative",
                "request",
                "answering",
                "grant",
                "call",
                "demand",
                "delivery");
        assertThat(types.stream().filter(type -> ours.contains(type.id().replace("exchange.", ""))))
                .hasSize(ours.size())
                .allSatisfy(
                        type -> assertThat(check.problems(type)).as(type.id()).isEmpty());
    }

    @Test
    void newsIsNotSentToWhatOnlyThisMachineReaches() {
        Shared resource = aResource("UNCONDITIONAL");
        JsonNode request = submitted(
                resource, List.of("id_no"), "2023-06-30", List.of(), Map.of("mode", "SUBSCRIPTION"), "datasteward");
        grant(request);
        String address =
                "/api/exchange/grants/" + grantOf(request.at("/request/id").asString()) + "/subscription";
        Browser steward = someoneAs("datasteward");
        for (String url : List.of("http://169.254.169.254/latest", "http://0.0.0.0:9/x", "file:///etc/passwd", "x")) {
            Answer refused = steward.call("PUT", address, Map.of("url", url));
            assertThat(refused.json().path("code").asString()).as(url).isEqualTo("exchange.sharing-bad-address");
        }
    }

    @Test
    void aDemandIsMatchedWithWhatHasItsItems() {
        Shared resource = aResource("UNCONDITIONAL");
        Browser steward = someoneAs("datasteward");
        Answer asked = steward.call(
                "POST",
                "/api/exchange/demands",
                Map.of("title", "核对" + resource.name(), "items", List.of("公民身份号码", "婚姻登记日期"), "scene", "许可"));
        JsonNode matches = steward.getJson(
                        "/api/exchange/demands/" + asked.json().path("id").asString() + "/matches")
                .json();
        assertThat(matches).isNotEmpty();
        assertThat(matches.path(0).path("percent").asInt()).isEqualTo(50);
        assertThat(matches.path(0).path("missing").toString()).contains("婚姻登记日期");
    }

    @Test
    void whatIsNotSharedCannotBeAskedForAndStandsInTheNegativeList() {
        Shared resource = aResource("NONE");
        Answer refused = someoneAs("datasteward")
                .call(
                        "POST",
                        "/api/exchange/requests",
                        draft(resource, List.of("id_no"), "2023-06-30", List.of(), Map.of()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("反恐怖主义法");
        String negative = someoneAs("clerk")
                .getJson("/api/records/exchange.negative?limit=100")
                .body();
        assertThat(negative).contains(resource.code(), "反恐怖主义法");
        assertThat(someoneAs("clerk")
                        .getJson("/api/records/exchange.responsibility?limit=100")
                        .body())
                .doesNotContain(resource.code());
    }

    private void assertRate(String percent, long met, long all) {
        JsonNode whole = someoneAs("datamanager")
                .getJson("/api/indicators/exchange.on-demand-rate")
                .json()
                .path("whole");
        assertThat(whole.path("numerator").asLong()).isEqualTo(met);
        assertThat(whole.path("denominator").asLong()).isEqualTo(all);
        assertThat(whole.path("excluded").asLong()).isEqualTo(12);
        BigDecimal shown = new BigDecimal(whole.path("percent").asString().replace("%", ""));
        assertThat(shown.setScale(1, RoundingMode.HALF_UP)).isEqualByComparingTo(percent);
    }

    static void assertRefused(Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("reason").asString()).isEqualTo(reason);
        assertThat(answer.json().path("detail").asString()).isNotBlank().doesNotContain("exchange.");
        assertThat(answer.json().path("serial").asString()).isNotBlank();
    }

    private void sweepOn(String when) {
        clock.set(when);
        Answer swept = someoneAs("overseer").call("POST", "/api/exchange/sweeps", Map.of());
        assertThat(swept.status()).as(swept.body()).isEqualTo(200);
    }

    private String messages(String account) {
        return someoneAs(account).get("/my/messages").text();
    }

    private String clocks(UUID matter) {
        return anOfficial("datamanager").opens(matter).path("clocks").toString();
    }

    private UUID supervisionOf(String subject) {
        return jdbc.sql("select case_id from exchange.supervision where subject = ? order by opened_at desc limit 1")
                .param(subject)
                .query(UUID.class)
                .single();
    }
}
