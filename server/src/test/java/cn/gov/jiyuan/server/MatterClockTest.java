package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The clocks of a matter, as applicant and officials see them. */
class MatterClockTest extends ServerTest {
    @Test
    @Scenario("S28.1")
    void thePromiseIsDueOnTheFifthWorkdayAfterTheHolidaysAndKeptOnThatEvening() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = acceptedOn29September(owner);

        assertThat(promise(matter).path("dueDate").asString()).isEqualTo("2022-10-11");
        assertThat(owner.looksAt(matter).text()).contains("承诺办结时限").contains("2022 年 10 月 11 日");

        clock.set("2022-10-11T17:00");
        aReviewer().does(matter, "review", "符合条件");
        clock.set("2022-10-11T18:00");
        anApprover().does(matter, "grant", "准予许可");
        assertThat(promise(matter).path("late").asBoolean()).isFalse();
        assertThat(promise(matter).path("state").asString()).isEqualTo("STOPPED");
        assertThat(owner.looksAt(matter).text()).doesNotContain("超期").doesNotContain("逾期");
    }

    @Test
    void onTheMorningAfterTheLastDayThePromiseIsBroken() {
        UUID matter = acceptedOn29September(anEnterpriseOwner());
        clock.set("2022-10-12T00:00");
        assertThat(promise(matter).path("late").asBoolean()).isTrue();
    }

    @Test
    @Scenario("S28.2")
    void aSpecialProcedureOfSevenWorkdaysMovesTheDueDateBySevenWorkdays() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = acceptedOn29September(owner);
        clock.set("2022-10-09T10:00");
        aReviewer().does(matter, "start-special", "委托检验机构对加工用水进行检验");
        assertThat(owner.looksAt(matter).text()).contains("特别程序");
        clock.set("2022-10-17T16:00");
        aReviewer().does(matter, "finish-special", "检验合格");

        assertThat(promise(matter).path("dueDate").asString()).isEqualTo("2022-10-20");
        assertThat(owner.looksAt(matter).text()).contains("2022 年 10 月 20 日");
        clock.set("2022-10-20T17:00");
        aReviewer().does(matter, "review", "符合条件");
        anApprover().does(matter, "grant", "准予许可");
        assertThat(promise(matter).path("late").asBoolean()).isFalse();
    }

    private UUID acceptedOn29September(Applicant owner) {
        clock.set("2022-09-29T09:00");
        UUID matter = owner.applies();
        clock.set("2022-09-29T10:00");
        Official clerk = aClerk();
        clerk.does(matter, "accept", "材料齐全");
        return matter;
    }

    private JsonNode promise(UUID matter) {
        for (JsonNode clock : aClerk().opens(matter).path("clocks")) {
            if (clock.path("clock").asString().equals("promised")) {
                return clock;
            }
        }
        throw new AssertionError("no clock of the promise");
    }
}
