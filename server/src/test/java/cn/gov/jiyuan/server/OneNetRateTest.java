package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 一网通办率: what people really did, with every matter that spoils the rate named by its channel. */
class OneNetRateTest extends ServerTest {
    private static final String RATE = "/api/indicators/onestop.one-net";

    @Autowired
    private CaseImport imports;

    @Autowired
    private List<RecurringWork> works;

    @Test
    @Scenario("S28.7")
    void ofTenThousandMattersTheOnesHandledInPersonAreCountedAndNamed() {
        imports.importAll(IntStream.range(0, 10_000).mapToObj(this::finished));
        clock.set("2023-12-20T09:00");

        Browser leader = anOfficial("culture-approver").browser();
        JsonNode value = leader.getJson(RATE).json();
        assertThat(value.at("/visible/denominator").asInt()).isEqualTo(10_000);
        assertThat(value.at("/visible/numerator").asInt()).isEqualTo(9_812);
        assertThat(value.at("/visible/percent").asString()).isEqualTo("98.12%");

        String filter = value.at("/definition/drill/missingFilter").asString();
        Map<String, Integer> channels = new HashMap<>();
        String after = "";
        do {
            JsonNode page = leader.getJson("/api/records/onestop.matter?limit=100&columns=number,offline,offlineStep&"
                            + filter + after)
                    .json();
            page.path("rows")
                    .forEach(row -> channels.merge(
                            row.at("/cells/offline/text").asString() + "："
                                    + row.at("/cells/offlineStep/text").asString(),
                            1,
                            Integer::sum));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(channels).isEqualTo(Map.of("窗口：窗口收取原件", 88, "窗口：确认送达", 100));

        works.stream().filter(work -> work.name().equals("indicators.history")).forEach(RecurringWork::run);
        assertThat(aVisitor().get("/transparency/onestop.one-net").text())
                .contains("一网通办率")
                .contains("98.1%")
                .contains("近 12 个月有办理结果");
    }

    @Test
    @Scenario("S28.8")
    void whoAppliesOnlineAndBringsTheOriginalToTheWindowIsNotWhollyOnline() {
        clock.set("2022-09-26T10:00");
        Applicant owner = anEnterpriseOwner();
        UUID online = owner.applies();
        refuse(online);
        int[] before = parts();

        UUID brought = owner.applies();
        aClerk().does(brought, "receive-originals", "营业执照副本原件，核对无误后退还");
        refuse(brought);
        assertThat(parts()).containsExactly(before[0], before[1] + 1);
        JsonNode row = aClerk().browser()
                .getJson("/api/records/onestop.matter?columns=offline,offlineStep,channel&number="
                        + aClerk().opens(brought).at("/matter/number").asString())
                .json()
                .at("/rows/0/cells");
        assertThat(row.at("/channel/text").asString()).isEqualTo("电脑端网上");
        assertThat(row.at("/offline/text").asString()).isEqualTo("窗口");
        assertThat(row.at("/offlineStep/text").asString()).isEqualTo("窗口收取原件");
    }

    /** What was refused is still one of the matters of the month. */
    @Test
    @Scenario("S28.6")
    void aRefusedMatterCountsAmongTheMattersOfTheMonth() {
        clock.set("2022-09-26T10:00");
        int before = filed();
        UUID matter = anEnterpriseOwner().applies();
        assertThat(filed()).isEqualTo(before + 1);
        refuse(matter);
        assertThat(filed()).isEqualTo(before + 1);
    }

    private int filed() {
        return anApprover()
                .browser()
                .getJson("/api/indicators/onestop.filed")
                .json()
                .at("/visible/numerator")
                .asInt();
    }

    private int[] parts() {
        JsonNode parts = anApprover().browser().getJson(RATE).json().path("visible");
        return new int[] {
            parts.path("numerator").asInt(), parts.path("denominator").asInt()
        };
    }

    private void refuse(UUID matter) {
        aClerk().does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "review", "不符合条件");
        anApprover().does(matter, "refuse", "加工场所不符合条件");
        aClerk().does(matter, "deliver", "");
    }

    /** One of the unit for culture, of last month; 100 were collected and 88 had originals brought to the window. */
    private HistoricCase finished(int number) {
        DemoPopulation.Firm firm = DemoPopulation.firm(number % 500);
        Actor applicant = new Actor(
                firm.representative().id(),
                "某某",
                ActingAs.ENTERPRISE,
                firm.id(),
                firm.name(),
                null,
                null,
                Set.of("enterprise"),
                3);
        Instant start = Instant.parse("2023-11-06T01:00:00Z").plusSeconds(number);
        Map<String, Object> facts = new HashMap<>();
        List<HistoricCase.Deed> deeds = new ArrayList<>();
        deeds.add(new HistoricCase.Deed(start, applicant, "submit", noted(facts, "submit", start)));
        deeds.add(deed(start, 1, "clerk", "accept", facts));
        if (number < 88) {
            deeds.add(deed(start, 2, "clerk", "receive-originals", facts));
        }
        deeds.add(deed(start, 3, "reviewer", "review", facts));
        deeds.add(deed(start, 4, "approver", "refuse", facts));
        deeds.add(deed(start, 5, "clerk", number >= 9_900 ? "deliver:counter" : "deliver", facts));
        NewCase opened = new NewCase(
                "onestop.matter",
                "出版物零售单位设立审批",
                "S287-" + number,
                Unit.idOf("culture"),
                "419001000",
                firm.id(),
                firm.name(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                null,
                Map.of("itemCode", publication(), "itemVersion", 1, "channel", "2", "online", true),
                null,
                false);
        return new HistoricCase(Ids.at(start.toEpochMilli(), number, number), opened, applicant, start, deeds);
    }

    private String publication;

    private String publication() {
        if (publication == null) {
            publication = jdbc.sql("select code from items.item where name like '出版物零售%' order by code limit 1")
                    .query(String.class)
                    .single();
        }
        return publication;
    }

    private HistoricCase.Deed deed(Instant start, int minutes, String role, String action, Map<String, Object> facts) {
        DemoStaff.Official who = DemoStaff.of("culture", role).getFirst();
        Actor actor = new Actor(
                who.id(),
                who.name(),
                ActingAs.OFFICIAL,
                who.id(),
                who.name(),
                Unit.idOf("culture"),
                "文化和旅游局",
                Set.of("official", role),
                3);
        Instant at = start.plusSeconds(60L * minutes);
        return new HistoricCase.Deed(at, actor, action.split(":")[0], noted(facts, action, at));
    }

    /** What the effects of a live step would have kept with the matter. */
    private static ActionInput noted(Map<String, Object> facts, String action, Instant at) {
        boolean window = action.equals("receive-originals") || action.equals("deliver:counter");
        if (window) {
            facts.put("offline", "1");
            facts.put("offlineStep", action.startsWith("deliver") ? "确认送达" : "窗口收取原件");
        }
        return ActionInput.opinion("办理").withReason("见办件").withData(facts);
    }
}
