/** Authorised operation of public data (公共数据授权运营): grants, products, bills. */
@NullMarked
package cn.gov.jiyuan.data.opendata.operation;

import org.jspecify.annotations.NullMarked;
