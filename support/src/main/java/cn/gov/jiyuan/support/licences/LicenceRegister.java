package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.contracts.licences.LicenceChanged;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.contracts.seals.UnitSeals;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.LicenceIdentifier;
import cn.gov.jiyuan.kernel.code.LicenceTypeCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.documents.DocumentVerifier;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.Layout;
import cn.gov.jiyuan.platform.documents.Metadata;
import cn.gov.jiyuan.platform.documents.OfdDocuments;
import cn.gov.jiyuan.platform.documents.PdfDocuments;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of licences: issues them with seal, keeps them, answers for them. */
@Service
class LicenceRegister implements Licences {
    private static final Set<String> SHOWING = Set.of("application/ofd", "application/pdf");
    private static final long SHOWN_AT_MOST = 5L << 20;

    private final LicenceStore store;
    private final LicenceHistoryStore history;
    private final LicenceTypes types;
    private final UnitSeals seals;
    private final Units units;
    private final FileStore files;
    private final Fonts fonts;
    private final OfdDocuments ofd;
    private final PdfDocuments pdf;
    private final DocumentVerifier documents;
    private final VerifyAddress address;
    private final Audit audit;
    private final Feed feed;
    private final Clock clock;

    LicenceRegister(
            JdbcClient jdbc,
            PersonalCipher cipher,
            LicenceHistoryStore history,
            LicenceTypes types,
            UnitSeals seals,
            Units units,
            FileStore files,
            Fonts fonts,
            OfdDocuments ofd,
            PdfDocuments pdf,
            DocumentVerifier documents,
            VerifyAddress address,
            Audit audit,
            Feed feed,
            Clock clock) {
        this.store = new LicenceStore(jdbc, cipher);
        this.history = history;
        this.types = types;
        this.seals = seals;
        this.units = units;
        this.files = files;
        this.fonts = fonts;
        this.ofd = ofd;
        this.pdf = pdf;
        this.documents = documents;
        this.address = address;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Licence issue(Actor actor, NewLicence wanted) {
        LicenceType type = types.get(wanted.typeCode());
        Unit unit = units.get(wanted.unitId());
        LocalDate today = LocalDate.now(clock);
        UUID id = Ids.next();
        LicenceNumber number = LicenceNumber.next(store, type, unit, today);
        LicenceIdentifier identifier =
                LicenceIdentifier.of(LicenceTypeCode.parse(type.code()), Uscc.parse(unit.uscc()), number.serial());
        LinkedHashMap<String, String> face = face(number, wanted.surface(), wanted.validTo());
        LicenceFiles made = new LicenceFiles(id, type, unit, identifier, number, face, today);
        Layout layout = made.sheet(address).layout(fonts);
        Metadata metadata = made.metadata(wanted, clock.instant());
        FileStore.StoredFile ofdFile = storeOfd(actor, wanted, made, layout, metadata);
        FileStore.StoredFile pdfFile = storePdf(actor, wanted, made, layout, metadata);
        LicenceStore.Row row = row(id, wanted, identifier, number, face, today, ofdFile, pdfFile);
        store.insert(row);
        audit.record(
                actor,
                new AuditEvent(
                        "licences.issue",
                        "licence",
                        id.toString(),
                        "签发" + type.name() + " " + number.printed(),
                        Map.of(
                                "identifier",
                                identifier.text(),
                                "case",
                                wanted.caseId().toString(),
                                "sm3",
                                ofdFile.sm3())));
        feed.append(new Feed.Change(
                LicenceChanged.ISSUED,
                id.toString(),
                1,
                new LicenceChanged(id, identifier.text(), type.code(), wanted.holderId())));
        return view(row);
    }

    @Override
    @Transactional
    public void end(Actor actor, UUID id, State state, String reason) {
        LicenceStore.Row row = store.find(id).orElseThrow(() -> new Fault(LicencesError.UNKNOWN));
        if (!store.end(id, state)) {
            return;
        }
        String name = types.get(row.typeCode()).name();
        audit.record(
                actor,
                new AuditEvent(
                        "licences.end",
                        "licence",
                        id.toString(),
                        name + " " + row.number() + " " + state.label(),
                        Map.of("state", state.name(), "reason", reason)));
        feed.append(new Feed.Change(
                LicenceChanged.ENDED,
                id.toString(),
                1,
                new LicenceChanged(id, row.identifier(), row.typeCode(), row.holderId())));
    }

    @Override
    public Optional<Licence> shownBy(UUID fileId) {
        return files.find(fileId)
                .filter(file -> SHOWING.contains(file.mediaType()) && file.size() <= SHOWN_AT_MOST)
                .flatMap(file -> store.byDigest(file.sm3()).or(() -> shown(file)))
                .map(this::view);
    }

    private Optional<LicenceStore.Row> shown(FileStore.StoredFile file) {
        try (InputStream content = files.open(file.id())) {
            return Optional.ofNullable(
                            documents.verify(content.readAllBytes()).metadata().get("ZZBS"))
                    .flatMap(store::byIdentifier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The face of a licence: number first, end of validity last. */
    static LinkedHashMap<String, String> face(
            LicenceNumber number, LinkedHashMap<String, String> surface, LocalDate validTo) {
        LinkedHashMap<String, String> face = new LinkedHashMap<>();
        face.put("许可证编号", number.printed());
        face.putAll(surface);
        face.put("有效期至", DateText.full(validTo).replaceAll("（.*）", ""));
        return face;
    }

    private FileStore.StoredFile storeOfd(
            Actor actor, NewLicence wanted, LicenceFiles made, Layout layout, Metadata metadata) {
        byte[] sealed = seals.seal(actor, made.use(wanted, layout), ofd.render(layout, metadata));
        return files.put(actor, made.fileName("ofd"), "application/ofd", sealed);
    }

    private FileStore.StoredFile storePdf(
            Actor actor, NewLicence wanted, LicenceFiles made, Layout layout, Metadata metadata) {
        byte[] sealed = seals.sealPdf(actor, made.use(wanted, layout), pdf.render(layout, metadata));
        return files.put(actor, made.fileName("pdf"), "application/pdf", sealed);
    }

    private static LicenceStore.Row row(
            UUID id,
            NewLicence wanted,
            LicenceIdentifier identifier,
            LicenceNumber number,
            Map<String, String> face,
            LocalDate today,
            FileStore.StoredFile ofdFile,
            FileStore.StoredFile pdfFile) {
        boolean organisation = wanted.holderCodeType().equals("001");
        return new LicenceStore.Row(
                id,
                identifier.text(),
                wanted.typeCode(),
                number.printed(),
                wanted.caseId(),
                wanted.unitId(),
                wanted.holderId(),
                wanted.holderName(),
                organisation ? wanted.holderName() : wanted.holderName().charAt(0) + "**",
                wanted.holderCode(),
                wanted.holderCodeType(),
                face,
                today,
                wanted.validFrom(),
                wanted.validTo(),
                State.VALID,
                1,
                ofdFile.id(),
                pdfFile.id(),
                ofdFile.sm3(),
                "419001000",
                wanted.demo());
    }

    @Override
    public long record(Stream<HistoricLicence> licences) {
        return history.record(licences);
    }

    @Override
    public long removeDemo() {
        return history.removeDemo();
    }

    @Override
    public Optional<Licence> find(UUID id) {
        return store.find(id).map(this::view);
    }

    @Override
    public List<Licence> findAll(Collection<UUID> ids) {
        return store.findAll(ids).stream().map(this::view).toList();
    }

    @Override
    public List<Licence> heldBy(UUID partyId) {
        return store.heldBy(partyId).stream().map(this::view).toList();
    }

    @Override
    public Optional<Licence> valid(UUID partyId, String typeCode, LocalDate on) {
        return store.heldBy(partyId).stream()
                .filter(row -> row.typeCode().equals(typeCode) && row.stateOn(on) == State.VALID)
                .findFirst()
                .map(this::view);
    }

    private Licence view(LicenceStore.Row row) {
        return new Licence(
                row.id(),
                row.identifier(),
                row.typeCode(),
                types.get(row.typeCode()).name(),
                row.number(),
                row.holderId(),
                row.holderName(),
                row.unitId(),
                units.get(row.unitId()).name(),
                row.issuedOn(),
                row.validFrom(),
                row.validTo(),
                row.stateOn(LocalDate.now(clock)),
                row.ofdFileId(),
                row.pdfFileId(),
                row.surface());
    }
}
