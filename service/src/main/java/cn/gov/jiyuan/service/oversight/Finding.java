package cn.gov.jiyuan.service.oversight;

import java.time.Instant;

/**
 * A violation or a warning that a rule found in a case or a unit.
 *
 * @param stage state in which it happened, or month; a rule finds a thing once in each
 * @param at when it happened, not when it was found
 * @param what it is, in a Chinese sentence
 */
record Finding(Rule rule, String stage, Instant at, String what) {}
