package cn.gov.jiyuan.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The acceptance scenario (验收场景) that a test proves, by its number in {@code docs/scenarios.csv}. The test acts through
 * the public surface and observes what a user would see. A number that is not in the list fails the test.
 */
@Documented
@ExtendWith(ScenarioRecorder.class)
@Repeatable(Scenarios.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scenario {
    String value();

    /** What the report says beside the result, for example what is not covered; Chinese. */
    String note() default "";
}
