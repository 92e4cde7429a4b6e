package cn.gov.jiyuan.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A table that does not hold together is refused before a case can get stuck in it. */
class CaseTypeTest {
    @Test
    void a_state_nobody_reaches_or_leaves_is_refused() {
        flawed(
                t -> t.open("island", "孤岛", s -> s.task("任务", "clerk"))
                        .action(
                                "leave",
                                "离开",
                                a -> a.from("island").to("end").permission("p").consequence("c")),
                "unreachable state: island");
        flawed(
                t -> t.open("trap", "陷阱", s -> s.task("任务", "clerk"))
                        .action(
                                "fall",
                                "落入",
                                a -> a.from("start").to("trap").permission("p").consequence("c")),
                "state without exit: trap");
    }

    @Test
    void unknown_names_are_refused() {
        flawed(
                t -> t.action(
                        "go",
                        "去",
                        a -> a.from("start")
                                .to("nowhere")
                                .permission("p")
                                .consequence("c")
                                .notPerformerOf("ghost")
                                .starts("sundial")),
                "unknown state nowhere",
                "unknown action ghost",
                "unknown clock sundial");
    }

    @Test
    void what_moves_a_clock_or_ends_the_case_cannot_be_taken_back() {
        flawed(
                t -> t.action(
                        "stop",
                        "停",
                        a -> a.from("start")
                                .to("end")
                                .permission("p")
                                .consequence("c")
                                .recallable()),
                "stop: cannot be recallable");
    }

    @Test
    void every_action_tells_its_consequence_and_its_permission() {
        flawed(
                t -> t.action("go", "去", a -> a.from("start").to("end")),
                "go: no permission",
                "go: no consequence told");
    }

    @Test
    void the_table_draws_itself() {
        String drawing = LicenceCases.TYPE.describe().mermaid();
        assertThat(drawing).contains("[*] --> draft", "submitted --> review : 受理（承办人）", "closed --> [*]");
    }

    private static void flawed(UnaryOperator<CaseType.Builder> more, String... flaws) {
        CaseType.Builder sound = CaseType.named("test.flawed", "有缺陷", 1)
                .open("start", "开始", s -> s.task("任务", "clerk"))
                .finalState("end", "结束")
                .action(
                        "finish",
                        "办结",
                        a -> a.from("start").to("end").permission("p").consequence("c"));
        assertThatThrownBy(() -> more.apply(sound).build()).hasMessageContainingAll(flaws);
    }
}
