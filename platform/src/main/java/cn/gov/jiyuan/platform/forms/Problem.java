package cn.gov.jiyuan.platform.forms;

/**
 * One thing wrong with an answer.
 *
 * @param pointer JSON pointer of the answer, {@code /staff/0/name} for example
 * @param code key of the message, {@code forms.required} for example
 * @param message what to do, in Chinese
 */
public record Problem(String pointer, String code, String message) {
    /** Id of the input that shows it, as the page template names inputs: {@code staff.0.name}. */
    public String fieldId() {
        return pointer.substring(1).replace('/', '.');
    }
}
