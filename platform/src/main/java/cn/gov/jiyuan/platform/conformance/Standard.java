package cn.gov.jiyuan.platform.conformance;

import java.util.List;

/**
 * A standard that the platform follows (遵循的标准).
 *
 * @param number its number @param title its name @param where in which parts of the platform
 * @param proof how it is proved where nothing is looked up live; empty if all is live
 */
record Standard(String number, String title, String where, String proof) {
    /** A standard with what was found of its claims. */
    record Shown(Standard standard, Claim.State state, List<Checked> checks) {}

    /** A claim and what was found. */
    record Checked(String asks, Claim.Finding finding) {}
}
