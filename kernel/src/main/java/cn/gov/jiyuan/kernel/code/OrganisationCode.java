package cn.gov.jiyuan.kernel.code;

/**
 * Code of an organisation (组织机构代码, GB 11714-1997): eight characters and a check character; since 2015 the middle of
 * the {@link Uscc}.
 *
 * @param value nine characters without hyphen
 */
public record OrganisationCode(String value) {
    public OrganisationCode {
        if (!Inspection.accept(CodeKind.ORGANISATION_CODE, check(value)).equals(value)) {
            throw new IllegalArgumentException("not in the form of 9 characters; parse it");
        }
    }

    /**
     * Reads 00569194-7 or 005691947.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code}
     */
    public static OrganisationCode parse(String text) {
        return new OrganisationCode(Inspection.accept(CodeKind.ORGANISATION_CODE, check(text)));
    }

    /** Adds the check character to eight digits or letters. */
    public static OrganisationCode of(String body) {
        return new OrganisationCode(body + CheckCharacters.organisation(body));
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        inspection.rewrite(inspection.text().replace("-", ""));
        if (inspection.length(9) && inspection.letters("[0-9A-Z]{8}[0-9X]", "前 8 位只能是数字和大写字母，末位是数字或 X")) {
            inspection.checkCharacter(CheckCharacters.organisation(inspection.text()));
        }
        return inspection.result();
    }

    /** 00569194-7. */
    public String hyphenated() {
        return value.substring(0, 8) + "-" + value.charAt(8);
    }
}
