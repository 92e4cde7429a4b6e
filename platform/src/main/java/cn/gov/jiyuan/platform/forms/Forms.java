package cn.gov.jiyuan.platform.forms;

/** The forms that the house and its systems ship (表单库), read and checked at start from {@code forms/*.json}. */
public interface Forms {
    /** The newest version. @throws cn.gov.jiyuan.kernel.error.Fault {@code forms.unknown} */
    FormDefinition latest(String id);

    /** A given version: drafts and cases keep theirs. @throws cn.gov.jiyuan.kernel.error.Fault {@code forms.unknown} */
    FormDefinition find(String id, int version);

    /** Whether there is a form of this id. */
    boolean exists(String id);
}
