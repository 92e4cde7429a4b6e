package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/** The people and firms of the demonstration, each made once while matters are being invented. */
final class DemoPeople {
    private static final int TRIES = 60;

    private final AtomicReferenceArray<DemoPopulation.Citizen> citizens =
            new AtomicReferenceArray<>(DemoPopulation.CITIZENS);
    private final AtomicReferenceArray<DemoPopulation.Firm> firms = new AtomicReferenceArray<>(DemoPopulation.FIRMS);

    DemoPopulation.Citizen citizen(int number) {
        DemoPopulation.Citizen known = citizens.get(number);
        if (known == null) {
            known = DemoPopulation.citizen(number);
            citizens.set(number, known);
        }
        return known;
    }

    DemoPopulation.Firm firm(int number) {
        DemoPopulation.Firm known = firms.get(number);
        if (known == null) {
            known = DemoPopulation.firm(number);
            firms.set(number, known);
        }
        return known;
    }

    DemoPopulation.Citizen anybody(SplittableRandom random) {
        return citizen(random.nextInt(DemoPopulation.CITIZENS));
    }

    /** A firm that existed on a day, but not the one of the guided tour. */
    DemoPopulation.Firm firm(LocalDate day, SplittableRandom random) {
        return drawn(
                () -> firm(1 + random.nextInt(DemoPopulation.FIRMS - 1)),
                firm -> firm.registeredOn().isBefore(day));
    }

    /** A citizen of an age, but not the one of the guided tour. */
    DemoPopulation.Citizen aged(int from, int to, LocalDate day, SplittableRandom random) {
        return drawn(() -> citizen(1 + random.nextInt(DemoPopulation.CITIZENS - 1)), citizen -> {
            int age = citizen.idNumber().ageOn(day);
            return age >= from && age <= to;
        });
    }

    private static <T> T drawn(java.util.function.Supplier<T> source, Predicate<T> fits) {
        T found = source.get();
        for (int tries = 0; tries < TRIES && !fits.test(found); tries++) {
            found = source.get();
        }
        return found;
    }
}
