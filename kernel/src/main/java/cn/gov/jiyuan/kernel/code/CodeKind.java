package cn.gov.jiyuan.kernel.code;

import java.time.LocalDate;

/** The kinds of code that can be checked (编码种类). */
public enum CodeKind {
    CITIZEN_ID("公民身份号码", "GB 11643-1999") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return CitizenId.check(text, today);
        }
    },
    USCC("统一社会信用代码", "GB 32100-2015") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return Uscc.check(text);
        }
    },
    ORGANISATION_CODE("组织机构代码", "GB 11714-1997") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return OrganisationCode.check(text);
        }
    },
    ITEM_CATALOGUE_CODE("事项基本编码", "GB/T 39554.1-2020") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return ItemCatalogueCode.check(text);
        }
    },
    ITEM_IMPLEMENTATION_CODE("事项实施编码", "GB/T 39554.1-2020") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return ItemImplementationCode.check(text);
        }
    },
    ITEM_HANDLING_CODE("业务办理项编码", "GB/T 39554.1-2020") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return ItemHandlingCode.check(text);
        }
    },
    LICENCE_TYPE_CODE("证照类型代码", "GB/T 36904-2018") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return LicenceTypeCode.check(text);
        }
    },
    LICENCE_IDENTIFIER("电子证照标识", "GB/T 36904-2018") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return LicenceIdentifier.check(text);
        }
    },
    MOBILE_NUMBER("手机号码", "电信网编号计划") {
        @Override
        public CodeCheck check(String text, LocalDate today) {
            return MobileNumber.check(text);
        }
    };

    private final String label;
    private final String standard;

    CodeKind(String label, String standard) {
        this.label = label;
        this.standard = standard;
    }

    /**
     * Checks a text as this kind of code.
     *
     * @param today the day after which nobody can be born
     */
    public abstract CodeCheck check(String text, LocalDate today);

    public String label() {
        return label;
    }

    public String standard() {
        return standard;
    }

    /** Whether the code is personal data, never to be shown or logged whole. */
    public boolean isPersonal() {
        return this == CITIZEN_ID || this == MOBILE_NUMBER;
    }

    String shown(String code) {
        return isPersonal()
                ? Masking.middle(code, Math.min(3, code.length() / 4), Math.min(4, code.length() / 4))
                : code;
    }
}
