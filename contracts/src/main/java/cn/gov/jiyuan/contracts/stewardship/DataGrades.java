package cn.gov.jiyuan.contracts.stewardship;

import java.util.List;

/** Classes and grades of data (数据分类分级, GB/T 43697-2024). */
public interface DataGrades {
    /** Grades of the columns of a dataset of the hub: as confirmed, else as the detector suggests. */
    List<ColumnGrade> columns(String dataset);

    /**
     * @param sensitive sensitive personal information (敏感个人信息, 个人信息保护法 28)
     * @param level 1 to 4 for 一般数据, 5 for 重要数据, 6 for 核心数据
     * @param why what the grade rests on, in Chinese
     * @param confirmed a person has confirmed it
     */
    record ColumnGrade(String column, boolean personal, boolean sensitive, int level, String why, boolean confirmed) {}
}
