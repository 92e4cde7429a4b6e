/** What happens when programs die: nothing that anybody would notice. */
@NullMarked
package cn.gov.jiyuan.journeys.faults;

import org.jspecify.annotations.NullMarked;
