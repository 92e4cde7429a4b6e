package cn.gov.jiyuan.platform.parties;

import java.util.UUID;

/** A natural person as others see him. */
public record MaskedPerson(UUID id, String name, String idNumber, String phone) {}
