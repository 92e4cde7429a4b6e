package cn.gov.jiyuan.kernel.error;

/**
 * One error of a module. Each module has one enum that implements this; the {@link #code()} is also the key of the
 * message in {@code messages/<module>.properties}.
 */
public interface ErrorCode {
    /** The code that the caller sees, {@code <module>.<error-in-kebab-case>}, for example {@code cases.same-person}. */
    String code();

    ErrorKind kind();
}
