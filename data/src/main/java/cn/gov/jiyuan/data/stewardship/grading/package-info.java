/** Classes and grades of data (分类分级). */
@NullMarked
package cn.gov.jiyuan.data.stewardship.grading;

import org.jspecify.annotations.NullMarked;
