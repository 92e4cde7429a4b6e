create table indicators.history (
    indicator   text        not null,
    scope       text        not null,
    day         date        not null,
    numerator   bigint      not null,
    denominator bigint      not null,
    excluded    bigint      not null,
    as_of       timestamptz not null,
    primary key (indicator, scope, day)
);
comment on table indicators.history is '指标逐日值';
comment on column indicators.history.indicator is '指标标识';
comment on column indicators.history.scope is '范围：* 全市，否则机构标识';
comment on column indicators.history.day is '日期';
comment on column indicators.history.numerator is '分子';
comment on column indicators.history.denominator is '分母';
comment on column indicators.history.excluded is '剔除数';
comment on column indicators.history.as_of is '数据截至时间';
