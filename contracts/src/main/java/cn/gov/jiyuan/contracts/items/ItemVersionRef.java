package cn.gov.jiyuan.contracts.items;

/** One version of an item; a case keeps the one that was in force when it was accepted. @param code 31-digit code */
public record ItemVersionRef(String code, int version) {
    @Override
    public String toString() {
        return code + " v" + version;
    }
}
