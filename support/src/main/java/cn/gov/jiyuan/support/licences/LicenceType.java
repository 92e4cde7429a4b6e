package cn.gov.jiyuan.support.licences;

/**
 * A type of licence (证照类型).
 *
 * @param code 21 characters: the credit code of the defining agency and three digits
 * @param numberPrefix beginning of the printed number
 * @param years validity in years, 0 for no end
 */
record LicenceType(String code, String name, String numberPrefix, int years, String note) {}
