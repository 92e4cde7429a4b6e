package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.EvidenceView;
import cn.gov.jiyuan.platform.cases.TimelineEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * What belongs into the file of a finished matter (归档范围, after DA/T 85-2019): the form, the materials, a letter for each
 * step that owes one, the licence, the proof of service.
 */
record ArchiveList(List<Line> lines) {
    /** One piece; it is there or it is missing. */
    record Line(String name, boolean present) {}

    ArchiveList {
        lines = List.copyOf(lines);
    }

    static ArchiveList of(
            CaseView matter, ItemGuide guide, boolean form, List<TimelineEntry> timeline, List<EvidenceView> evidence) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("申请表", form));
        lines.add(new Line("申请材料", evidence.stream().anyMatch(piece -> !isIssued(piece))));
        timeline.stream()
                .filter(entry -> Letters.CALLED_FOR.contains(entry.action()))
                .map(entry -> letter(entry, evidence))
                .forEach(lines::add);
        boolean licensed = timeline.stream().anyMatch(entry -> entry.action().equals("issue"))
                && guide.content().handling().licenceType() != null;
        if (licensed) {
            lines.add(new Line(
                    "证照",
                    evidence.stream().anyMatch(piece -> piece.kind().equals("licence") && piece.fileId() != null)));
        }
        if ("post".equals(matter.data().get("method"))) {
            lines.add(new Line("送达回证", matter.data().get("receipt") != null));
        }
        return new ArchiveList(lines);
    }

    private static boolean isIssued(EvidenceView piece) {
        return piece.kind().equals("notice") || piece.kind().equals("licence");
    }

    private static Line letter(TimelineEntry entry, List<EvidenceView> evidence) {
        return evidence.stream()
                .filter(piece -> piece.kind().equals("notice") && piece.sequence() == entry.sequence())
                .findFirst()
                .map(piece -> new Line(piece.name(), piece.fileId() != null))
                .orElse(new Line("“" + entry.label() + "”的文书", false));
    }

    List<String> missing() {
        return lines.stream().filter(line -> !line.present()).map(Line::name).toList();
    }

    boolean isComplete() {
        return missing().isEmpty();
    }
}
