package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.platform.parties.Unit;
import java.time.LocalDate;

/**
 * Number printed on a licence and the serial inside its identifier. A food licence bears JY and 14 digits: form of
 * business, division, order, check digit (食品经营许可和备案管理办法第 31 条); the check digit is ISO 7064 MOD 11,10.
 */
record LicenceNumber(String printed, String serial) {
    static LicenceNumber next(LicenceStore store, LicenceType type, Unit unit, LocalDate today) {
        return of(type, unit, today, store.nextSerials(type.code(), 1));
    }

    /** @param running number in the series of the type */
    static LicenceNumber of(LicenceType type, Unit unit, LocalDate issuedOn, long running) {
        String serial =
                "%d%s%010d".formatted(issuedOn.getYear(), unit.areaCode().substring(0, 6), running);
        if (!type.numberPrefix().startsWith("JY")) {
            return new LicenceNumber(type.numberPrefix() + serial, serial);
        }
        String digits = type.numberPrefix().substring(2) + "%06d".formatted(running);
        return new LicenceNumber("JY" + digits + checkDigit(digits), serial);
    }

    static int checkDigit(String digits) {
        int product = 10;
        for (char digit : digits.toCharArray()) {
            int sum = (product + (digit - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
