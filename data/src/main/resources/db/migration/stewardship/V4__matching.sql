create table stewardship.match_pair (
    id uuid primary key,
    dataset text not null,
    unit_id uuid not null,
    left_key text not null,
    right_key text not null,
    score numeric(8,3) not null,
    parts jsonb not null,
    columns jsonb not null,
    upper_threshold numeric(8,3) not null,
    lower_threshold numeric(8,3) not null,
    state text not null,
    automatic boolean not null,
    decided_name text not null,
    reason text not null,
    decided_at timestamptz not null,
    version int not null,
    unique (dataset, left_key, right_key)
);
comment on table stewardship.match_pair is '可能为同一实体的两条记录';
comment on column stewardship.match_pair.id is '标识';
comment on column stewardship.match_pair.dataset is '数据集';
comment on column stewardship.match_pair.unit_id is '责任单位';
comment on column stewardship.match_pair.left_key is '记录一的行键';
comment on column stewardship.match_pair.right_key is '记录二的行键';
comment on column stewardship.match_pair.score is '匹配分';
comment on column stewardship.match_pair.parts is '各字段的一致情况和权重';
comment on column stewardship.match_pair.columns is '比对时各字段取自哪一列';
comment on column stewardship.match_pair.upper_threshold is '判定时的自动合并阈值';
comment on column stewardship.match_pair.lower_threshold is '判定时的人工判断阈值';
comment on column stewardship.match_pair.state is '状态：MERGED 已合并，WAITING 待人工判断，SEPARATE 判为不同，UNDONE 已拆分';
comment on column stewardship.match_pair.automatic is '是否自动合并';
comment on column stewardship.match_pair.decided_name is '判定人姓名';
comment on column stewardship.match_pair.reason is '理由';
comment on column stewardship.match_pair.decided_at is '判定时间';
comment on column stewardship.match_pair.version is '版本';
create index match_pair_dataset on stewardship.match_pair (dataset, state);
create index match_pair_state on stewardship.match_pair (state);
create index match_pair_decided on stewardship.match_pair (decided_at);
create index match_pair_unit on stewardship.match_pair (unit_id, decided_at);

create table stewardship.match_pair_version (
    pair_id uuid not null references stewardship.match_pair,
    version int not null,
    at timestamptz not null,
    by_name text not null,
    state text not null,
    reason text not null,
    primary key (pair_id, version)
);
comment on table stewardship.match_pair_version is '匹配判定的历史，拆分回滚后仍可查';
comment on column stewardship.match_pair_version.pair_id is '所属匹配';
comment on column stewardship.match_pair_version.version is '版本';
comment on column stewardship.match_pair_version.at is '时间';
comment on column stewardship.match_pair_version.by_name is '判定人姓名';
comment on column stewardship.match_pair_version.state is '状态';
comment on column stewardship.match_pair_version.reason is '理由';
