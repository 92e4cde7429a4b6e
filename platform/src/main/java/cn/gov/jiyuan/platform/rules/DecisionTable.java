package cn.gov.jiyuan.platform.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.dmn.engine.DmnDecision;

/**
 * One version of a decision table, read and found safe.
 *
 * @param outputs id of an output column → its name
 * @param ruleIds ids of the rows in the order of the table
 * @param notes annotations of the rows
 */
record DecisionTable(
        String key,
        LocalDate from,
        DmnDecision decision,
        TableChecker.Table conditions,
        Map<String, String> outputs,
        List<String> ruleIds,
        List<String> notes) {}
