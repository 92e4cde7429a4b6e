package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.licences.Licences.HistoricLicence;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Licences of three to six years ago, whose matters are not in the house; part of them has expired. */
final class DemoEarlierLicences {
    private final DemoMatter.Frame frame;

    DemoEarlierLicences(DemoMatter.Frame frame) {
        this.frame = frame;
    }

    Stream<HistoricLicence> stream(int count, long seed) {
        return IntStream.range(0, count).mapToObj(i -> licence(i, count, new SplittableRandom(seed * 17 + i)));
    }

    private HistoricLicence licence(int number, int count, SplittableRandom random) {
        LocalDate today = frame.day(frame.now());
        LocalDate first = today.minusYears(6);
        long span = today.minusYears(3).toEpochDay() - first.toEpochDay();
        LocalDate day = frame.calendar().workdayOnOrAfter(first.plusDays(span * number / count));
        DemoPopulation.Firm firm = frame.people().firm(day, random);
        Application application = new Application(
                Ids.next(),
                frame.guide().ref(),
                frame.guide().name(),
                null,
                frame.form().id(),
                frame.form().version(),
                firm.id(),
                true,
                firm.representative().id(),
                DemoAnswers.of(firm, frame.people(), day, Map.of(), random),
                1,
                null,
                frame.now(),
                frame.now(),
                null);
        LocalDate validTo = day.plusYears(5).minusDays(1);
        return new HistoricLicence(
                Ids.at(day.atStartOfDay(frame.zone()).toInstant().toEpochMilli(), random.nextLong(), random.nextLong()),
                String.valueOf(frame.licenceType()),
                null,
                frame.guide().unitId(),
                firm.id(),
                firm.name(),
                firm.uscc().value(),
                "001",
                day,
                day,
                validTo,
                frame.licenceState(validTo, day, random),
                frame.faces().face(String.valueOf(frame.licenceType()), frame.form(), application),
                true);
    }
}
