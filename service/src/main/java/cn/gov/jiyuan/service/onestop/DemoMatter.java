package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.licences.Licences.HistoricLicence;
import cn.gov.jiyuan.contracts.licences.Licences.State;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.cases.NewEvidence;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One invented matter in all its parts, computed from its number alone. */
record DemoMatter(
        int number,
        HistoricCase history,
        Application application,
        @Nullable HistoricLicence licence) {
    private static final Set<String> LAST = Set.of(
            "reject",
            "turn-away",
            "withdraw",
            "lapse",
            "terminate",
            "collect",
            "deliver",
            "archive",
            "revoke",
            "retract");
    private static final int OWNER_EVERY = 15;

    /**
     * What is the same for all matters of an item.
     *
     * @param count how many matters it gets; the newest {@code filed} of them keep their forms and materials
     */
    record Frame(
            ItemGuide guide,
            DemoTale tale,
            DemoPeople people,
            int count,
            int filed,
            boolean food,
            FormDefinition form,
            LicenceFaces faces,
            DemoOffice office,
            LegalCalendar calendar,
            Map<String, DemoFiles.Named> materials,
            Instant now,
            ZoneId zone) {
        OfficeMoments moments() {
            return new OfficeMoments(calendar, zone);
        }

        /** What was to be issued since the last workday lies on the desk, for the guided tour. */
        Instant printing() {
            return calendar.addWorkdays(day(now), -1).atStartOfDay(zone).toInstant();
        }

        LocalDate day(Instant at) {
            return at.atZone(zone).toLocalDate();
        }

        @Nullable
        String licenceType() {
            return guide.content().handling().licenceType();
        }

        boolean keepsForm(int number) {
            return number >= count - filed;
        }

        /** The last day of a licence issued on a day. */
        LocalDate validTo(LocalDate issued) {
            LegalTerm validity = guide.content().handling().licenceValidity();
            return validity == null
                    ? LocalDate.of(9999, 12, 31)
                    : issued.plusYears(validity.amount()).minusDays(1);
        }

        Map<String, UUID> fileIds() {
            Map<String, UUID> ids = new TreeMap<>();
            materials.forEach((field, file) -> ids.put(field, file.id()));
            return ids;
        }

        /** The state of a licence today, as time and use wear licences out. */
        State licenceState(LocalDate validTo, LocalDate issued, SplittableRandom random) {
            LocalDate today = day(now);
            if (validTo.isBefore(today)) {
                return State.EXPIRED;
            }
            int per = issued.isBefore(today.minusDays(120)) ? random.nextInt(1000) : 999;
            return per < 30 ? State.CANCELLED : per < 45 ? State.REPLACED : per < 48 ? State.REVOKED : State.VALID;
        }
    }

    static DemoMatter of(Frame frame, int number, Instant opened, String caseNumber, SplittableRandom random) {
        DemoApplicant applicant = applicant(frame, number, opened, random);
        UUID id = Ids.at(opened.toEpochMilli(), random.nextLong(), random.nextLong());
        DemoCourse course = course(frame, applicant.actor(), opened, random);
        List<HistoricCase.Deed> deeds = deeds(frame, number, course);
        Application application = application(frame, id, applicant, opened, deeds, number, random);
        HistoricLicence licence = null;
        for (int i = 0; i < deeds.size(); i++) {
            if (deeds.get(i).action().equals("issue") && frame.licenceType() != null) {
                licence = licence(
                        frame, application, applicant, deeds, deeds.get(i).at(), random);
                deeds.set(i, issued(deeds.get(i), licence));
            }
        }
        HistoricCase history = new HistoricCase(
                id,
                opened(frame, caseNumber, applicant, application, course.channel()),
                course.opener(),
                opened,
                frame.keepsForm(number) ? evidence(frame) : List.of(),
                deeds);
        return new DemoMatter(number, history, application, licence);
    }

    boolean isOpen() {
        return history.deeds().isEmpty()
                || !LAST.contains(history.deeds().getLast().action());
    }

    private static DemoApplicant applicant(Frame frame, int number, Instant opened, SplittableRandom random) {
        LocalDate day = frame.day(opened);
        boolean guided =
                frame.food() && (number >= frame.count() - 120 && number % OWNER_EVERY == 0 || number % 6_000 == 5_000);
        if (guided) {
            return DemoApplicant.of(frame.people().firm(0));
        }
        List<String> served = frame.guide().content().basics().serviceObjects();
        if (served.contains("企业法人")) {
            return DemoApplicant.of(frame.people().firm(day, random));
        }
        boolean elderly = frame.guide().name().contains("高龄");
        boolean parent = frame.guide().name().contains("新生儿");
        return DemoApplicant.of(frame.people().aged(elderly ? 80 : 20, elderly ? 120 : parent ? 42 : 65, day, random));
    }

    /** The answers are made only where somebody reads them: in a form that is kept, or on the face of a licence. */
    private static Application application(
            Frame frame,
            UUID caseId,
            DemoApplicant applicant,
            Instant opened,
            List<HistoricCase.Deed> deeds,
            int number,
            SplittableRandom random) {
        Instant begun = opened.minus(Duration.ofMinutes(12 + random.nextInt(50)));
        boolean open = deeds.isEmpty() || !LAST.contains(deeds.getLast().action());
        boolean read = open
                || frame.keepsForm(number)
                || frame.licenceType() != null
                        && deeds.stream().anyMatch(deed -> deed.action().equals("issue"));
        return new Application(
                Ids.at(begun.toEpochMilli(), random.nextLong(), random.nextLong()),
                frame.guide().ref(),
                frame.guide().name(),
                null,
                frame.form().id(),
                frame.form().version(),
                applicant.id(),
                applicant.enterprise(),
                applicant.agentId(),
                read ? answers(frame, applicant, frame.day(opened), random) : Answers.EMPTY,
                1,
                caseId,
                begun,
                opened,
                opened);
    }

    private static Answers answers(Frame frame, DemoApplicant applicant, LocalDate day, SplittableRandom random) {
        return frame.food() && applicant.firm() != null
                ? DemoAnswers.of(applicant.firm(), frame.people(), day, frame.fileIds(), random)
                : DemoFill.of(frame.form(), frame.people(), applicant, day, frame.fileIds(), random);
    }

    private static DemoCourse course(Frame frame, Actor applicant, Instant opened, SplittableRandom random) {
        LocalDate today = frame.day(frame.now());
        LocalDate day = frame.day(opened);
        boolean recent = day.isAfter(today.minusDays(60));
        int age = recent ? frame.calendar().workdaysBetween(day, today) : 60;
        DemoCourse.Wish wish = DemoCourse.Wish.draw(random, age >= 4 && age <= 20);
        return new DemoCourse(
                frame.office(), frame.tale(), frame.moments(), random, applicant, wish, opened, frame.now());
    }

    private static List<HistoricCase.Deed> deeds(Frame frame, int number, DemoCourse course) {
        List<HistoricCase.Deed> deeds = new ArrayList<>(course.deeds());
        Instant printing = frame.printing();
        for (int i = 0; i < deeds.size(); i++) {
            boolean waits = deeds.get(i).action().equals("issue")
                    && deeds.get(i).at().isAfter(printing)
                    && frame.keepsForm(number);
            if (waits) {
                return new ArrayList<>(deeds.subList(0, i));
            }
        }
        return deeds;
    }

    private static NewCase opened(
            Frame frame, String caseNumber, DemoApplicant applicant, Application application, String channel) {
        ItemGuide guide = frame.guide();
        return new NewCase(
                MatterType.ID,
                guide.name(),
                caseNumber,
                guide.unitId(),
                "419001000",
                applicant.id(),
                applicant.name(),
                applicant.kind(),
                applicant.agentId(),
                guide.ref().toString(),
                Map.of(
                        "itemCode",
                        guide.code(),
                        "itemVersion",
                        guide.version(),
                        Channel.ORIGIN,
                        channel,
                        "handlingCode",
                        guide.handlingCode(),
                        "projectType",
                        guide.content().handling().kind().name(),
                        "online",
                        guide.content().handling().online()),
                "application:" + application.id(),
                true,
                applicant.agentName());
    }

    private static List<NewEvidence> evidence(Frame frame) {
        return frame.materials().values().stream()
                .map(file -> new NewEvidence(
                        file.id(), file.material(), file.name(), NewEvidence.Source.UPLOADED, file.sm3()))
                .toList();
    }

    private static HistoricLicence licence(
            Frame frame,
            Application application,
            DemoApplicant applicant,
            List<HistoricCase.Deed> deeds,
            Instant issued,
            SplittableRandom random) {
        LocalDate day = frame.day(issued);
        LocalDate validTo = frame.validTo(day);
        String type = String.valueOf(frame.licenceType());
        return new HistoricLicence(
                Ids.at(issued.toEpochMilli(), random.nextLong(), random.nextLong()),
                type,
                application.caseId(),
                frame.guide().unitId(),
                applicant.id(),
                applicant.name(),
                applicant.code(),
                applicant.codeType(),
                day,
                day,
                validTo,
                state(frame, deeds, validTo, day, random),
                frame.faces().face(type, frame.form(), application),
                true);
    }

    private static State state(
            Frame frame, List<HistoricCase.Deed> deeds, LocalDate validTo, LocalDate issued, SplittableRandom random) {
        return switch (deeds.getLast().action()) {
            case "revoke" -> State.ANNULLED;
            case "retract" -> State.RETRACTED;
            default -> frame.licenceState(validTo, issued, random);
        };
    }

    private static HistoricCase.Deed issued(HistoricCase.Deed deed, HistoricLicence licence) {
        NewEvidence evidence = new NewEvidence(null, "licence", "电子证照", NewEvidence.Source.ISSUED, null);
        return new HistoricCase.Deed(
                deed.at(),
                deed.actor(),
                deed.action(),
                deed.input()
                        .withData(Map.of("licenceId", licence.id().toString()))
                        .withEvidence(List.of(evidence)));
    }
}
