package cn.gov.jiyuan.contracts.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One item of a resource (信息项).
 *
 * @param name column name, lower case, {@code id_no}
 * @param title as people read it, 公民身份号码
 * @param type letter of the data type: C text, N number, Y money, D date, T date and time, L flag, M memo, G general, B
 *     double, I integer, F floating
 * @param length 0 where the type has none
 * @param key identifies a row @param optional may be empty
 * @param element identifier of the standard data element (数据元), if it follows one
 * @param level grade of 一般数据, 1 to 4 (4 is the most sensitive); 5 for 重要数据, 6 for 核心数据
 * @param personal tells something about a person
 */
public record ResourceItem(
        String name,
        String title,
        String type,
        int length,
        boolean key,
        boolean optional,
        @Nullable String element,
        int level,
        boolean personal) {}
