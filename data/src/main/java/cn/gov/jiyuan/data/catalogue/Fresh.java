package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.parties.Unit;

/** An entry to be made. @param originBatch number of the import or census, empty if none */
record Fresh(Unit unit, String classCode, Content content, Origin origin, String originBatch, boolean demo) {}
