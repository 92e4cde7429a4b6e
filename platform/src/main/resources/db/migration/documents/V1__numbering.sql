CREATE TABLE documents.number_series (
    unit    text NOT NULL,
    series  text NOT NULL,
    pattern text NOT NULL CHECK (pattern LIKE '%{number}%' AND pattern LIKE '%{year}%'),
    PRIMARY KEY (unit, series)
);
COMMENT ON TABLE documents.number_series IS '文号系列：一个单位的一种文书怎样编号';
COMMENT ON COLUMN documents.number_series.unit IS '单位标识';
COMMENT ON COLUMN documents.number_series.series IS '系列标识，例如 acceptance 受理通知书';
COMMENT ON COLUMN documents.number_series.pattern IS '文号格式，{year} 年份，{number} 序号，例如 济市监受〔{year}〕{number} 号';

CREATE TABLE documents.number_counter (
    unit   text    NOT NULL,
    series text    NOT NULL,
    year   integer NOT NULL,
    last   bigint  NOT NULL CHECK (last > 0),
    PRIMARY KEY (unit, series, year)
);
COMMENT ON TABLE documents.number_counter IS '文号计数：每年从 1 起，不跳号';
COMMENT ON COLUMN documents.number_counter.unit IS '单位标识';
COMMENT ON COLUMN documents.number_counter.series IS '系列标识';
COMMENT ON COLUMN documents.number_counter.year IS '年份';
COMMENT ON COLUMN documents.number_counter.last IS '已用的最后一个序号';
