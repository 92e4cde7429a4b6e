package cn.gov.jiyuan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleRulesTest {
    private static final String CONTRACTS = House.BASE + ".contracts.";

    @Test
    void modules_use_only_the_modules_they_name_and_only_what_those_offer_without_cycles() {
        ApplicationModules modules = ApplicationModules.of(House.BASE);

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .as("modules found")
                .contains("access", "cases", "items", "onestop");
        modules.verify();
    }

    @Test
    void every_package_of_an_engine_or_system_is_a_module_with_named_dependencies() {
        classes()
                .that()
                .resideInAnyPackage(House.BASE + ".platform..", House.BASE + ".support..", House.BASE + ".service..")
                .should(belongToAModule())
                .because("a package that is no module escapes the check of its dependencies")
                .check(House.classes());
    }

    @Test
    void no_system_sees_the_code_of_another() {
        classes()
                .that(belongToASystem())
                .should(seeNoOtherSystem())
                .because("systems talk by facades in contracts, events on the feed and published views, so that each"
                        + " can be rewritten alone")
                .check(House.classes());
    }

    @Test
    void no_engine_knows_a_system() {
        noClasses()
                .that()
                .resideInAPackage(House.BASE + ".platform..")
                .should()
                .dependOnClassesThat(belongToASystem().or(inPackage("contracts")))
                .because("what only one system needs does not belong in an engine")
                .check(House.classes());
    }

    @Test
    void the_kernel_knows_only_java() {
        classes()
                .that()
                .resideInAPackage(House.BASE + ".kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(House.BASE + ".kernel..", "java..", "org.jspecify..")
                .because(
                        "the values of law and codes must be usable and testable without Spring and without a database")
                .check(House.classes());
    }

    @Test
    void contracts_know_only_the_kernel() {
        classes()
                .that()
                .resideInAPackage(House.BASE + ".contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(House.BASE + ".contracts..", House.BASE + ".kernel..", "java..", "org.jspecify..")
                .because("a contract that names an engine or a framework binds both sides to it")
                .check(House.classes());
        classes()
                .that()
                .resideInAPackage(House.BASE + ".contracts..")
                .should(seeNoOtherContract())
                .because("a contract must be readable alone")
                .check(House.classes());
    }

    @Test
    void calls_between_systems_form_no_cycle() {
        assertThat(Cycle.in(calls()))
                .as("synchronous calls between systems, from caller to the system that answers; two systems that wait"
                        + " for each other can be neither started, tested nor replaced alone; use an event instead")
                .isEmpty();
    }

    /** Who calls whom through an interface in contracts; the one called is the one that implements it. */
    private static Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        for (JavaClass caller : House.classes()) {
            Optional<String> from = House.system(caller);
            if (from.isEmpty()) {
                continue;
            }
            for (JavaMethodCall call : caller.getMethodCallsFromSelf()) {
                JavaClass facade = call.getTargetOwner();
                if (facade.isInterface() && facade.getName().startsWith(CONTRACTS)) {
                    facade.getAllSubclasses().stream()
                            .flatMap(type -> House.system(type).stream())
                            .filter(to -> !to.equals(from.get()))
                            .forEach(to -> calls.computeIfAbsent(from.get(), system -> new TreeSet<>())
                                    .add(to));
                }
            }
        }
        assertThat(calls).as("calls between systems").isNotEmpty();
        return calls;
    }

    private static ArchCondition<JavaClass> belongToAModule() {
        ApplicationModules modules = ApplicationModules.of(House.BASE);
        return new ArchCondition<>("belong to a module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean known = modules.getModuleByType(type.getName()).isPresent();
                events.add(new SimpleConditionEvent(type, known, type.getName() + " belongs to no module"));
            }
        };
    }

    private static ArchCondition<JavaClass> seeNoOtherSystem() {
        return new ArchCondition<>("see no other system") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(seen -> {
                    Optional<String> other = House.system(seen.getTargetClass());
                    events.add(new SimpleConditionEvent(
                            type, other.isEmpty() || other.equals(House.system(type)), seen.getDescription()));
                });
            }
        };
    }

    private static ArchCondition<JavaClass> seeNoOtherContract() {
        return new ArchCondition<>("see no other contract") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(seen -> {
                    JavaClass other = seen.getTargetClass();
                    events.add(new SimpleConditionEvent(
                            type,
                            !other.getName().startsWith(CONTRACTS)
                                    || other.getPackageName().equals(type.getPackageName()),
                            seen.getDescription()));
                });
            }
        };
    }

    private static DescribedPredicate<JavaClass> belongToASystem() {
        return DescribedPredicate.describe(
                "belong to a system", type -> House.system(type).isPresent());
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return JavaClass.Predicates.resideInAPackage(House.BASE + "." + name + "..");
    }

    /** Finds a way from a system back to itself. */
    private record Cycle(Map<String, Set<String>> calls) {
        static List<String> in(Map<String, Set<String>> calls) {
            Cycle search = new Cycle(calls);
            return calls.keySet().stream()
                    .map(start -> search.back(start, List.of(start)))
                    .filter(way -> !way.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        private List<String> back(String start, List<String> way) {
            for (String next : calls.getOrDefault(way.getLast(), Set.of())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(start)) {
                    return longer;
                }
                if (!way.contains(next)) {
                    List<String> found = back(start, longer);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return List.of();
        }
    }
}
