package cn.gov.jiyuan.contracts.registers;

import java.util.UUID;

/**
 * Two ids turned out to be one subject (主体合并), or that was undone. What was said about either stays where it is.
 *
 * @param undone true if the merger was taken back
 */
public record SubjectsMerged(UUID kept, UUID merged, boolean undone) {
    public static final String TOPIC = "registers.subject.merged";
}
