create table stewardship.lineage_edge (
    id uuid primary key,
    source text not null,
    source_column text not null,
    target text not null,
    target_column text not null,
    pipeline text not null,
    batch text not null,
    at timestamptz not null,
    unique (source, source_column, target, target_column, pipeline)
);
comment on table stewardship.lineage_edge is '血缘：数据由哪里来';
comment on column stewardship.lineage_edge.id is '标识';
comment on column stewardship.lineage_edge.source is '上游数据集';
comment on column stewardship.lineage_edge.source_column is '上游列，空串为整个数据集';
comment on column stewardship.lineage_edge.target is '下游数据集';
comment on column stewardship.lineage_edge.target_column is '下游列，空串为整个数据集';
comment on column stewardship.lineage_edge.pipeline is '加工任务';
comment on column stewardship.lineage_edge.batch is '最近一次的批次';
comment on column stewardship.lineage_edge.at is '最近一次的时间';
create index lineage_edge_target on stewardship.lineage_edge (target);

create table stewardship.governance_score (
    id uuid primary key,
    month date not null,
    unit_id uuid not null,
    score numeric(6,2),
    domains jsonb not null,
    figures jsonb not null,
    weakest text not null,
    computed_at timestamptz not null,
    unique (month, unit_id)
);
comment on table stewardship.governance_score is '部门数据治理指数，按月';
comment on column stewardship.governance_score.id is '标识';
comment on column stewardship.governance_score.month is '月份（首日）';
comment on column stewardship.governance_score.unit_id is '部门';
comment on column stewardship.governance_score.score is '治理指数，没有可计分的指标时为空';
comment on column stewardship.governance_score.domains is '各域得分';
comment on column stewardship.governance_score.figures is '每项指标的分子、分母、口径';
comment on column stewardship.governance_score.weakest is '短板';
comment on column stewardship.governance_score.computed_at is '计算时间';
create index governance_score_unit on stewardship.governance_score (unit_id, month);
