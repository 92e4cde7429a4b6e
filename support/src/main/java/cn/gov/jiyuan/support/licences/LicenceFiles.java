package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.contracts.seals.SealKind;
import cn.gov.jiyuan.contracts.seals.UnitSeals;
import cn.gov.jiyuan.kernel.code.LicenceIdentifier;
import cn.gov.jiyuan.platform.documents.Layout;
import cn.gov.jiyuan.platform.documents.LicenceSheet;
import cn.gov.jiyuan.platform.documents.Metadata;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the files of one licence are made from. */
record LicenceFiles(
        UUID id,
        LicenceType type,
        Unit unit,
        LicenceIdentifier identifier,
        LicenceNumber number,
        Map<String, String> face,
        LocalDate issuedOn) {
    LicenceSheet sheet(VerifyAddress address) {
        List<LicenceSheet.Field> fields = face.entrySet().stream()
                .map(entry -> new LicenceSheet.Field(entry.getKey(), entry.getValue()))
                .toList();
        return new LicenceSheet(
                type.name(), "正本", fields, unit.name(), issuedOn, identifier.text(), address.of(identifier.text()));
    }

    /** Metadata by the names of GB/T 36903. */
    Metadata metadata(Licences.NewLicence wanted, Instant at) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ZZBS", identifier.text());
        fields.put("ZZMC", type.name());
        fields.put("ZZLXDM", type.code());
        fields.put("ZZBH", number.printed());
        fields.put("ZZBFJG", unit.name());
        fields.put("ZZBFJGDM", unit.uscc());
        fields.put("ZZBFRQ", issuedOn.toString());
        fields.put("CZZT", wanted.holderName());
        fields.put("CZZTDM", wanted.holderCode());
        fields.put("CZZTDMLX", wanted.holderCodeType());
        fields.put("ZZYXQQSRQ", wanted.validFrom().toString());
        fields.put("ZZYXQJZRQ", wanted.validTo().toString());
        return new Metadata(id, unit.name(), at, fields);
    }

    UnitSeals.SealUse use(Licences.NewLicence wanted, Layout layout) {
        return new UnitSeals.SealUse(
                unit.id(),
                SealKind.APPROVAL,
                type.name(),
                wanted.caseId(),
                layout.sealAt().page(),
                layout.sealAt().x(),
                layout.sealAt().y());
    }

    String fileName(String extension) {
        return type.name() + "-" + number.printed() + "." + extension;
    }
}
