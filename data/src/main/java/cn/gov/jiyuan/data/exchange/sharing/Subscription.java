package cn.gov.jiyuan.data.exchange.sharing;

import java.util.UUID;

/** Who is to be told of new versions (变更订阅). @param told version told last @param present version in force */
record Subscription(
        UUID grantId, String appKey, String resourceCode, String url, long told, long present, int attempts) {}
