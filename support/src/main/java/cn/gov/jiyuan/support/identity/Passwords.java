package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a password must be (口令强度): long enough, of more than one kind of character, not to be guessed. */
@Component
final class Passwords {
    /** bcrypt takes no more bytes. */
    private static final int LONGEST = 64;

    private static final Set<String> COMMON = common();

    private final SignInRules rules;

    Passwords(SignInRules rules) {
        this.rules = rules;
    }

    /** @param personal what others know of the person: name of the account, telephone, parts of the id number */
    void require(String password, String repeated, List<String> personal) {
        List<String> shortfalls = shortfalls(password, personal);
        if (!shortfalls.isEmpty()) {
            throw Fault.at("/password", IdentityError.PASSWORD_WEAK, String.join("，", shortfalls));
        }
        if (!password.equals(repeated)) {
            throw Fault.at("/repeated", IdentityError.PASSWORD_DIFFERS);
        }
    }

    List<String> shortfalls(String password, List<String> personal) {
        List<String> shortfalls = new ArrayList<>();
        if (password.length() < rules.passwordLength()) {
            shortfalls.add("至少 " + rules.passwordLength() + " 个字符");
        }
        if (password.length() > LONGEST) {
            shortfalls.add("不超过 " + LONGEST + " 个字符");
        }
        if (kinds(password) < 2) {
            shortfalls.add("包含字母、数字、符号中的至少两种");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (isCommon(lower) || lower.codePoints().distinct().count() < 5) {
            shortfalls.add("不能是常见的或者重复的字符");
        }
        if (personal.stream()
                .map(known -> known.toLowerCase(Locale.ROOT))
                .anyMatch(known -> isTelling(known) && lower.contains(known))) {
            shortfalls.add("不能包含账号名、手机号码、姓名或者证件号码中的数字");
        }
        return shortfalls;
    }

    /** Names in Chinese characters are short, and tell all the same. */
    private static boolean isTelling(String known) {
        return known.length() >= 4 || known.length() >= 2 && known.codePoints().allMatch(Character::isIdeographic);
    }

    /** Also with something before or after it, as long as the common part is the greater one. */
    private static boolean isCommon(String lower) {
        String core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return COMMON.contains(lower)
                || COMMON.contains(core)
                || COMMON.stream().anyMatch(common -> 2 * common.length() > lower.length() && lower.contains(common));
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("/identity/common-passwords.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kinds(String password) {
        return password.codePoints()
                .map(point -> Character.isLetter(point) ? 0 : Character.isDigit(point) ? 1 : 2)
                .distinct()
                .count();
    }
}
