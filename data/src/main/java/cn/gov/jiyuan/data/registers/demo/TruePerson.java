package cn.gov.jiyuan.data.registers.demo;

import cn.gov.jiyuan.kernel.area.AreaCode;
import cn.gov.jiyuan.kernel.area.Division;
import cn.gov.jiyuan.kernel.area.Divisions;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is true about an invented person (真值), hidden from the registers. The first {@link DemoPopulation#CITIZENS} are the
 * citizens of the platform.
 *
 * @param home where the person lives now
 * @param former where until {@code movedOn}
 * @param married 10 never, 20 married, 30 widowed, 40 divorced
 */
record TruePerson(
        long number,
        String name,
        String idNumber,
        LocalDate birth,
        boolean male,
        long phone,
        long formerPhone,
        Home home,
        Home former,
        LocalDate movedOn,
        int married,
        @Nullable LocalDate diedOn) {
    private static final int DAYS = 34_000;
    /** Codes of the time when the place belonged to 焦作, none of which the citizens of the platform bear. */
    private static final String[] PREFIXES = {
        "410801", "410802", "410803", "410804", "410811", "410821", "410822", "410823", "410825", "410882", "410883"
    };

    private static final List<DemoPopulation.Citizen> SOME =
            IntStream.range(0, 3_000).mapToObj(DemoPopulation::citizen).toList();
    private static final String[] SURNAMES =
            SOME.stream().map(one -> one.name().substring(0, 1)).toArray(String[]::new);
    private static final String[] MEN = given(true);
    private static final String[] WOMEN = given(false);
    private static final List<Division> VILLAGES = Divisions.jiyuan().all().stream()
            .filter(division -> division.code().value().length() == 12)
            .toList();
    private static final String[] PLACES = VILLAGES.stream()
            .map(village -> Divisions.jiyuan().fullName(village.code()))
            .toArray(String[]::new);

    /** A dwelling. @param code of the village */
    record Home(long code, String address) {
        static Home of(long number, int time) {
            int village = Mix.below(VILLAGES.size(), number, 40 + time);
            return new Home(
                    Long.parseLong(VILLAGES.get(village).code().value()),
                    PLACES[village] + (1 + Mix.below(299, number, 50 + time)) + "号");
        }
    }

    static TruePerson of(long number, LocalDate today) {
        return number < DemoPopulation.CITIZENS
                ? of(number, DemoPopulation.citizen((int) number), today)
                : invented(number, today);
    }

    private static TruePerson of(long number, DemoPopulation.Citizen citizen, LocalDate today) {
        CitizenId id = citizen.idNumber();
        return complete(
                number,
                citizen.name(),
                id.value(),
                id.birth(),
                Integer.parseInt(id.value().substring(16, 17)) % 2 == 1,
                Long.parseLong(citizen.phone()),
                new Home(Long.parseLong(citizen.villageCode()), citizen.address()),
                today);
    }

    private static TruePerson invented(long number, LocalDate today) {
        int sequence = (int) (number / DAYS % 999) + 1;
        LocalDate birth = today.minusDays(number * 7919 % DAYS + 1);
        boolean male = sequence % 2 == 1;
        String prefix = birth.getYear() >= 2008
                ? AreaCode.JIYUAN.value()
                : birth.getYear() <= 1940 ? "410881" : PREFIXES[Mix.below(PREFIXES.length, number, 1)];
        long named = namesake(number);
        String[] given = male ? MEN : WOMEN;
        String name = SURNAMES[Mix.below(SURNAMES.length, named, 3)] + given[Mix.below(given.length, named, 4)];
        return complete(
                number,
                name,
                CitizenId.of(prefix, birth, sequence).value(),
                birth,
                male,
                phone(number, 0),
                Home.of(number, 0),
                today);
    }

    /** One in a hundred shares his name with another; of large populations half of these also his day of birth. */
    private static long namesake(long number) {
        int chance = Mix.below(200, number, 2);
        long bornThatDay = number - 2L * DAYS;
        return chance == 0 ? number - 1 : chance == 1 && bornThatDay >= DemoPopulation.CITIZENS ? bornThatDay : number;
    }

    private static TruePerson complete(
            long number,
            String name,
            String idNumber,
            LocalDate birth,
            boolean male,
            long phone,
            Home home,
            LocalDate today) {
        int age = today.getYear() - birth.getYear();
        int married = age < 22 ? 10 : new int[] {20, 20, 20, 20, 10, 40, 30, 20}[Mix.below(8, number, 5)];
        boolean died = Mix.happens(age > 80 ? 420 : age > 60 ? 90 : 4, number, 6);
        return new TruePerson(
                number,
                name,
                idNumber,
                birth,
                male,
                phone,
                phone(number, 1),
                home,
                Home.of(number, 1),
                today.minusDays(Mix.below(3000, number, 7)),
                married,
                died ? later(birth, today.minusDays(Mix.below(2500, number, 8))) : null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static long phone(long number, int time) {
        return (10 + "3578".charAt(Mix.below(4, number, 20 + time)) - '0') * 1_000_000_000L
                + (number * 37_013 + time * 500_009L) % 1_000_000_000L;
    }

    private static String[] given(boolean male) {
        return SOME.stream()
                .filter(one -> (one.idNumber().value().charAt(16) % 2 == 1) == male)
                .map(one -> one.name().substring(1))
                .distinct()
                .toArray(String[]::new);
    }
}
