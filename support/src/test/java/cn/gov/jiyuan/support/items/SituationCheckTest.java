package cn.gov.jiyuan.support.items;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.items.Situations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SituationCheckTest {
    @Test
    void answersThatNoCaseTakesAreNamedInPlainWords() {
        SituationCheck check = new SituationCheck(new Situations(
                List.of(question("who", "self", "agent"), question("what", "make", "sell")),
                List.of(
                        situation("S1", Map.of("who", List.of("self"))),
                        situation("S2", Map.of("who", List.of("agent"), "what", List.of("make"))))));

        assertThat(check.overlap()).isEmpty();
        assertThat(check.gap()).contains("“who？”答“agent！”，“what？”答“sell！”");
    }

    @Test
    void answersThatTwoCasesTakeAreNamedWithBoth() {
        SituationCheck check = new SituationCheck(new Situations(
                List.of(question("who", "self", "agent"), question("what", "make", "sell")),
                List.of(
                        situation("S1", Map.of("who", List.of("self"))),
                        situation("S2", Map.of("what", List.of("make"))))));

        assertThat(check.overlap().orElseThrow())
                .isEqualTo(new SituationCheck.Overlap("“who？”答“self！”，“what？”答“make！”", "情形 S1", "情形 S2", 1));
    }

    @Test
    void sixtyQuestionsOfTenOptionsAreDecidedAtOnce() {
        List<Situations.Question> questions = new ArrayList<>();
        List<Situations.Case> cases = new ArrayList<>();
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            String id = "q" + i;
            questions.add(question(id, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
            Map<String, List<String>> when = new LinkedHashMap<>(others);
            when.put(id, List.of("0"));
            cases.add(situation("S" + i, when));
            others.put(id, List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"));
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            SituationCheck check = new SituationCheck(new Situations(questions, cases));
            assertThat(check.overlap()).isEmpty();
            assertThat(check.gap().orElseThrow()).contains("“q0？”答“1！”").contains("“q59？”答“1！”");
        });
        cases.add(situation("REST", others));
        assertThat(new SituationCheck(new Situations(questions, cases)).gap()).isEmpty();
    }

    @Test
    void agreesWithTryingEveryCombination() {
        Random random = new Random(20);
        for (int round = 0; round < 400; round++) {
            Situations situations = random(random);
            int none = 0;
            int many = 0;
            for (int n = 0; n < 27; n++) {
                Map<String, String> answers = Map.of("a", "" + n % 3, "b", "" + n / 3 % 3, "c", "" + n / 9);
                long met = situations.cases().stream()
                        .filter(c -> c.allows(answers))
                        .count();
                none += met == 0 ? 1 : 0;
                many += met > 1 ? 1 : 0;
            }
            SituationCheck check = new SituationCheck(situations);
            assertThat(check.overlap().isPresent()).isEqualTo(many > 0);
            if (many == 0) {
                assertThat(check.gap().isPresent()).isEqualTo(none > 0);
            }
        }
    }

    private static Situations random(Random random) {
        List<Situations.Case> cases = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Map<String, List<String>> when = new HashMap<>();
            for (String question : List.of("a", "b", "c")) {
                if (random.nextBoolean()) {
                    when.put(question, List.of("0", "1", "2").subList(random.nextInt(2), 2 + random.nextInt(2)));
                }
            }
            cases.add(situation("S" + i, when));
        }
        return new Situations(
                List.of(question("a", "0", "1", "2"), question("b", "0", "1", "2"), question("c", "0", "1", "2")),
                cases);
    }

    private static Situations.Question question(String id, String... options) {
        return new Situations.Question(
                id,
                id + "？",
                java.util.Arrays.stream(options)
                        .map(o -> new Situations.Option(o, o + "！"))
                        .toList());
    }

    private static Situations.Case situation(String code, Map<String, List<String>> when) {
        return new Situations.Case(code, "情形 " + code, when, List.of(), null, null, null);
    }
}
