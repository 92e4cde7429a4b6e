package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FieldType;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Problem;
import cn.gov.jiyuan.platform.portal.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Checks what a form alone cannot know: who is not born yet, and which licence holds today. Looks at the electronic licences that come as materials: one of our register must hold today and belong to the
 * applicant. What the register does not know is left to the clerk's eyes.
 */
@Component
final class MaterialCheck {
    private final Licences licences;
    private final Texts texts;
    private final Clock clock;

    MaterialCheck(Licences licences, Texts texts, Clock clock) {
        this.licences = licences;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is wrong with the files of one page. */
    List<Problem> problems(UUID applicant, FormPage page, Answers given) {
        List<Problem> problems = new ArrayList<>();
        for (FormField field : page.fields()) {
            Object value = given.get(field.name());
            if (value instanceof String text && isBornLater(field, text)) {
                problems.add(new Problem(
                        "/" + field.name(),
                        OnestopError.BORN_LATER.code(),
                        texts.of(OnestopError.BORN_LATER.code(), List.of(field.label()))));
            }
            if (field.type() == FieldType.FILES && given.get(field.name()) instanceof List<?> files) {
                files.stream()
                        .flatMap(file -> flaw(applicant, UUID.fromString(String.valueOf(file))).stream())
                        .map(fault -> new Problem(
                                "/" + field.name(),
                                fault.code().code(),
                                texts.of(fault.code().code(), fault.arguments())))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private boolean isBornLater(FormField field, String text) {
        LocalDate today = LocalDate.now(clock);
        if (field.type() == FieldType.CITIZEN_ID) {
            return CitizenId.check(text, LocalDate.MAX).valid()
                    && !CitizenId.check(text, today).valid();
        }
        return field.type() == FieldType.DATE
                && field.name().startsWith("birth")
                && text.matches("\\d{4}-\\d{2}-\\d{2}")
                && LocalDate.parse(text).isAfter(today);
    }

    /** A licence that was good when it was uploaded may have ended since. */
    void requireGood(Application application, FormDefinition form) {
        for (FormPage page : form.pages(application.answers())) {
            List<Problem> problems = problems(application.applicantId(), page, application.answers());
            if (!problems.isEmpty()) {
                throw Fault.at(
                        problems.getFirst().pointer(),
                        OnestopError.FACT,
                        problems.getFirst().message());
            }
        }
    }

    private Optional<Fault> flaw(UUID applicant, UUID file) {
        return licences.shownBy(file).flatMap(licence -> {
            String name = licence.typeName() + " " + licence.number();
            LocalDate today = LocalDate.now(clock);
            if (!licence.holderId().equals(applicant)) {
                return Optional.of(new Fault(OnestopError.BAD_LICENCE, name, "不是申请人的证照"));
            }
            if (licence.state() == Licences.State.EXPIRED || licence.validTo().isBefore(today)) {
                return Optional.of(new Fault(OnestopError.BAD_LICENCE, name, "已于 " + licence.validTo() + " 过期"));
            }
            return licence.state() == Licences.State.VALID
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            OnestopError.BAD_LICENCE, name, licence.state().label()));
        });
    }
}
