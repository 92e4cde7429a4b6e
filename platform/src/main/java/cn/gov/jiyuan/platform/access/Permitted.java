package cn.gov.jiyuan.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller of this endpoint must hold. Every handler method carries one; a method without it
 * refuses every call. {@link #PUBLIC} admits anyone, {@link #SIGNED_IN} anyone who is logged in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permitted {
    String PUBLIC = "public";
    String SIGNED_IN = "signed-in";

    /** Id of the permission, {@code <module>.<thing>.<verb>}. */
    String value();
}
