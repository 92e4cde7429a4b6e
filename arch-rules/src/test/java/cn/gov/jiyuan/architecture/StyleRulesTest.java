package cn.gov.jiyuan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import cn.gov.jiyuan.platform.database.Command;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class StyleRulesTest {
    private static final Set<String> EMPTY_NAMES =
            Set.of("util", "utils", "common", "commons", "manager", "helper", "helpers", "impl");
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[.$_]");

    @Test
    void names_say_what_a_thing_is() {
        classes()
                .should(carryNoEmptyWord())
                .because("util, common, manager, helper and impl say nothing and attract everything")
                .check(House.classes());
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("an object is complete when its constructor returns, and tests build it by hand")
                .check(House.classes());
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("cn.gov.jiyuan.kernel.id.Ids")
                .and()
                .doNotHaveFullyQualifiedName("cn.gov.jiyuan.platform.database.DatabaseConfiguration")
                .and()
                .areNotAssignableTo(Command.class)
                .should()
                .accessTargetWhere(readsTheWallClock())
                .because("a legal deadline is tested by moving the one injected clock; the exceptions are the makers of"
                        + " ids and of the clock itself, and the commands that run without the application")
                .check(House.classes());
    }

    @Test
    void dates_are_of_java_time() {
        noClasses()
                .that(DescribedPredicate.not(handleCertificates()))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Date.class.getName())
                .because("java.util.Date is changeable and has no zone; only certificates' interfaces still ask for it")
                .check(House.classes());
    }

    @Test
    void only_the_server_prints_to_the_terminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(House.BASE + ".server..")
                .should()
                .accessTargetWhere(printsToTheTerminal())
                .because("what a module has to say goes to the log or to the stream that a command was given")
                .check(House.classes());
    }

    private static ArchCondition<JavaClass> carryNoEmptyWord() {
        return new ArchCondition<>("carry no empty word in their name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean clean = Arrays.stream(WORDS.split(type.getName()))
                        .map(String::toLowerCase)
                        .noneMatch(EMPTY_NAMES::contains);
                events.add(new SimpleConditionEvent(type, clean, type.getName()));
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return DescribedPredicate.describe("reads the wall clock", access -> {
            if (!(access instanceof JavaCall<?> call)) {
                return false;
            }
            String owner = call.getTargetOwner().getName();
            String method = call.getTarget().getName();
            boolean given =
                    call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return owner.startsWith("java.time.") && method.equals("now") && !given
                    || owner.equals(Clock.class.getName()) && method.startsWith("system")
                    || owner.equals(System.class.getName()) && method.equals("currentTimeMillis")
                    || owner.equals(Date.class.getName())
                            && method.equals("<init>")
                            && call.getTarget().getRawParameterTypes().isEmpty();
        });
    }

    private static DescribedPredicate<JavaAccess<?>> printsToTheTerminal() {
        return DescribedPredicate.describe(
                "prints to the terminal",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err")
                                        .contains(access.getTarget().getName())
                        || access.getTargetOwner().isAssignableTo(Throwable.class)
                                && access.getTarget().getFullName().endsWith("printStackTrace()"));
    }

    private static DescribedPredicate<JavaClass> handleCertificates() {
        return DescribedPredicate.describe(
                "handle certificates",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .map(seen -> seen.getTargetClass().getName())
                        .anyMatch(name ->
                                name.startsWith("org.bouncycastle.") || name.startsWith("java.security.cert.")));
    }
}
