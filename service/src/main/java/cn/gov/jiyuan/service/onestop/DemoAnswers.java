package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a firm of the demonstration fills in when it applies for a food business licence. */
final class DemoAnswers {
    private static final List<String> SCALES =
            List.of("restaurant", "restaurant", "snack", "snack", "drink", "delivery");
    private static final List<List<String>> KITCHENS = List.of(
            List.of("hot"),
            List.of("hot", "cold"),
            List.of("hot", "drinks"),
            List.of("hot", "cold", "raw"),
            List.of("drinks"));
    private static final List<List<String>> SHELVES =
            List.of(List.of("prepacked", "bulk"), List.of("bulk"), List.of("prepacked", "bulk", "semi"));
    private static final List<String> CANTEENS = List.of("school", "care", "site", "office");

    private DemoAnswers() {}

    /** @param files the stored file for each field that wants one */
    static Answers of(
            DemoPopulation.Firm firm,
            DemoPeople known,
            LocalDate applied,
            Map<String, UUID> files,
            SplittableRandom random) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("subjectKind", firm.kind().equals("个体工商户") ? "individual" : "company");
        answers.put("name", firm.name());
        answers.put("uscc", firm.uscc().value());
        answers.put("town", firm.areaCode().substring(0, 9));
        answers.put("premises", firm.address());
        business(answers, firm, random);
        answers.put("area", 20 + random.nextInt(30) * 10);
        answers.put("kitchenInBasement", random.nextInt(40) == 0);
        boolean online = random.nextInt(3) == 0;
        answers.put("onlineBusiness", online);
        if (online) {
            answers.put("platforms", "外卖平台两家");
        }
        people(answers, firm, known, applied, random);
        files.forEach((field, file) -> answers.put(field, List.of(file.toString())));
        answers.put("truthful", true);
        answers.put("noRevocation", true);
        return Answers.of(answers);
    }

    private static void business(Map<String, Object> answers, DemoPopulation.Firm firm, SplittableRandom random) {
        boolean trade = firm.name().contains("商贸") || firm.name().contains("食品");
        boolean feeds = firm.name().contains("餐饮")
                || firm.name().contains("酒店")
                || firm.name().endsWith("店");
        if (feeds) {
            answers.put("signboard", firm.name().substring(3, 5) + "饭庄");
            answers.put("businessKind", "catering");
            answers.put("cateringScale", pick(SCALES, random));
            answers.put("items", pick(KITCHENS, random));
        } else if (trade || random.nextBoolean()) {
            answers.put("businessKind", "sales");
            answers.put("items", pick(SHELVES, random));
        } else {
            answers.put("businessKind", "canteen");
            answers.put("canteenKind", pick(CANTEENS, random));
            answers.put("diners", 30 + random.nextInt(40) * 10);
            answers.put("items", List.of("hot"));
        }
    }

    private static void people(
            Map<String, Object> answers,
            DemoPopulation.Firm firm,
            DemoPeople known,
            LocalDate applied,
            SplittableRandom random) {
        DemoPopulation.Citizen owner = firm.representative();
        DemoPopulation.Citizen manager = known.anybody(random);
        answers.put("representative", owner.name());
        answers.put("representativeId", owner.idNumber().value());
        answers.put("manager", manager.name());
        answers.put("managerPhone", manager.phone());
        answers.put(
                "staff",
                List.of(Map.of(
                        "name", manager.name(),
                        "post", "食品安全员",
                        "certificateUntil",
                                applied.plusDays(30 + random.nextInt(330)).toString())));
        answers.put("contactPhone", owner.phone());
        answers.put("openingDate", applied.plusDays(20 + random.nextInt(40)).toString());
    }

    private static <T> T pick(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
