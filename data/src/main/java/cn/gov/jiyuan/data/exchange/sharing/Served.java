package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;

/** From which table a dataset is served at present. */
record Served(String dataset, String table, long snapshot, long rows, Layout layout, Instant builtAt) {}
