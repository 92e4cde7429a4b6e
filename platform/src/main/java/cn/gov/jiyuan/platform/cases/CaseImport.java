package cn.gov.jiyuan.platform.cases;

import java.util.stream.Stream;

/** Takes over complete cases of the past by the bulk path, in bounded memory (历史办件导入). */
public interface CaseImport {
    /**
     * Plays each case through its transition table and writes it with steps, tasks, clocks, evidence and audit events. The
     * feed hears of each case once, as it stands at last: who follows it reads the rest from the case. Effects are not called: what they would have made came with the case, as evidence. Works in portions of
     * some hundred cases, each in a transaction of its own unless the caller has one.
     *
     * @param cases read once, in order
     * @return how many were taken over
     * @throws cn.gov.jiyuan.kernel.error.Fault if a case breaks the rules of its table; its portion is not written
     */
    long importAll(Stream<HistoricCase> cases);

    /**
     * Removes the demonstration cases of a type with all that hangs on them, so that an interrupted load can begin anew.
     * The audit trail keeps what was said of them.
     *
     * @return how many were removed
     */
    long removeDemo(String type);
}
