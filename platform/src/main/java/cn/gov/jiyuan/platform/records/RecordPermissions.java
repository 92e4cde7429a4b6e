package cn.gov.jiyuan.platform.records;

/** The permissions of a record type; an empty one is held by nobody. */
public record RecordPermissions(String read, String export, String unmask, String write) {
    /** {@code items.item.read}, {@code .export}, {@code .unmask} and {@code .write} for the type {@code items.item}. */
    static RecordPermissions of(String type) {
        return new RecordPermissions(type + ".read", type + ".export", type + ".unmask", type + ".write");
    }
}
