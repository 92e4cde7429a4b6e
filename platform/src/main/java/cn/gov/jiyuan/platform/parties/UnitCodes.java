package cn.gov.jiyuan.platform.parties;

import java.util.List;

/** Codes of the reference units, in the order of the file. */
final class UnitCodes {
    private static final List<String> OFFICES =
            UnitReference.lines().stream().map(cells -> cells[0]).toList();

    private UnitCodes() {}

    static List<String> offices() {
        return OFFICES;
    }
}
