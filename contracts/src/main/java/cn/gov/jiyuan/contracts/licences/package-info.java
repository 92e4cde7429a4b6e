/** What S21 统一电子证照 offers to other systems: facade, ids and events. */
@NullMarked
package cn.gov.jiyuan.contracts.licences;

import org.jspecify.annotations.NullMarked;
