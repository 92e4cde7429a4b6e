package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.forms.FileOffer;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an applicant need not upload again (材料复用): his licences in the register, and what he handed in with earlier
 * applications. A licence that no longer holds is shown with the reason, so that nobody wonders where it is.
 */
@Component
class OwnDocuments {
    private static final String LICENCE = "licence:";
    private static final String FILE = "file:";
    private static final int EARLIER = 12;

    private final ApplicationStore store;
    private final Licences licences;
    private final FileStore files;
    private final Clock clock;

    OwnDocuments(JdbcClient jdbc, PersonalCipher cipher, Licences licences, FileStore files, Clock clock) {
        this.store = new ApplicationStore(jdbc, cipher);
        this.licences = licences;
        this.files = files;
        this.clock = clock;
    }

    /** A document that was chosen. @param refusal why it cannot be used; the rest is void then */
    record Chosen(
            String fileId,
            String name,
            @Nullable UUID licenceId,
            @Nullable String refusal) {}

    /** What may be chosen for a material; licences of a kind that stands for it first. */
    List<FileOffer> offers(Application application, Material material) {
        List<FileOffer> offers = new ArrayList<>();
        List<Licences.Licence> held = licences.heldBy(application.applicantId());
        held.stream()
                .filter(licence -> material.licenceTypes().contains(licence.typeCode()))
                .forEach(licence -> offers.add(offer(licence)));
        held.stream()
                .filter(licence -> !material.licenceTypes().contains(licence.typeCode()))
                .filter(licence -> refusal(licence) == null)
                .forEach(licence -> offers.add(offer(licence)));
        store.earlierFiles(application.applicantId(), application.id(), EARLIER).stream()
                .filter(file -> files.find(file.id()).isPresent())
                .forEach(file -> offers.add(new FileOffer(
                        FILE + file.id(),
                        file.name(),
                        DateText.full(file.addedAt().atZone(clock.getZone()).toLocalDate()) + "交过，用于“" + file.itemName()
                                + "”",
                        null)));
        return offers;
    }

    private FileOffer offer(Licences.Licence licence) {
        return new FileOffer(
                LICENCE + licence.id(),
                licence.typeName() + " " + licence.number(),
                licence.unitName() + "签发，有效期至 " + DateText.full(licence.validTo()),
                refusal(licence));
    }

    /** Why a licence cannot stand for a material today; null if it can. */
    @Nullable
    String refusal(Licences.Licence licence) {
        LocalDate today = LocalDate.now(clock);
        if (licence.validTo().isBefore(today)) {
            return "已于 " + DateText.full(licence.validTo()) + "到期，不能使用。请先办理延续，或者上传新的证件。";
        }
        if (licence.validFrom().isAfter(today)) {
            return DateText.full(licence.validFrom()) + "起才生效，现在不能使用。";
        }
        if (licence.state() != Licences.State.VALID) {
            return "状态是“" + licence.state().label() + "”，不能使用。有疑问请咨询" + licence.unitName() + "。";
        }
        return licence.ofdFileId() == null && licence.pdfFileId() == null ? "只有登记信息，没有电子文件，不能附上。请拍照上传，窗口会核对登记。" : null;
    }

    /** The document that a parameter names, if it is the applicant's; what is not his counts as not named. */
    Optional<Chosen> choose(Application application, String value) {
        if (value.startsWith(LICENCE)) {
            return id(value, LICENCE)
                    .flatMap(licences::find)
                    .filter(licence -> licence.holderId().equals(application.applicantId()))
                    .map(this::chosen);
        }
        return id(value, FILE)
                .flatMap(id -> store.earlierFile(application.applicantId(), id))
                .filter(file -> files.find(file.id()).isPresent())
                .map(file -> new Chosen(file.id().toString(), file.name(), file.licenceId(), null));
    }

    private Chosen chosen(Licences.Licence licence) {
        UUID file = licence.ofdFileId() == null ? licence.pdfFileId() : licence.ofdFileId();
        String name = licence.typeName() + " " + licence.number();
        String refusal = refusal(licence);
        return new Chosen(
                String.valueOf(file), name, licence.id(), refusal == null ? null : "“" + name + "”" + refusal);
    }

    private static Optional<UUID> id(String value, String prefix) {
        String text = value.startsWith(prefix) ? value.substring(prefix.length()) : "";
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
