package cn.gov.jiyuan.data.opendata.operation;

import java.time.Instant;
import java.util.UUID;

/** One call of a product (产品使用). @param fen its price at that moment */
public record ProductUse(UUID id, UUID product, UUID user, String userName, Instant at, long fen, String purpose) {}
