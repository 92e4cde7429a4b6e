package cn.gov.jiyuan.kernel.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal with its code, the JSON pointer of the wrong input (if any) and the arguments of its message. */
public class Fault extends RuntimeException {
    private final ErrorCode code;
    private final @Nullable String pointer;
    private final transient List<Object> arguments;

    public Fault(ErrorCode code, Object... arguments) {
        this(code, null, null, List.of(arguments));
    }

    private Fault(ErrorCode code, @Nullable String pointer, @Nullable Throwable cause, List<Object> arguments) {
        super(
                code.code() + (arguments.isEmpty() ? "" : " " + arguments) + (pointer == null ? "" : " at " + pointer),
                cause);
        this.code = code;
        this.pointer = pointer;
        this.arguments = arguments;
    }

    /** A fault at one place of the input, {@code /materials/2/name} for example. */
    public static Fault at(String pointer, ErrorCode code, Object... arguments) {
        return new Fault(code, pointer, null, List.of(arguments));
    }

    public static Fault caused(Throwable cause, ErrorCode code, Object... arguments) {
        return new Fault(code, null, cause, List.of(arguments));
    }

    public ErrorCode code() {
        return code;
    }

    public @Nullable String pointer() {
        return pointer;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** Further members of the problem that a program may act on; none unless a subclass knows some. */
    public Map<String, Object> details() {
        return Map.of();
    }
}
