create table stewardship.authority (
    id uuid primary key,
    item text not null,
    title text not null,
    unit_id uuid not null,
    unit_code text not null,
    dataset text not null,
    key_column text not null,
    value_column text not null,
    as_of_column text,
    code_table text,
    basis text not null,
    valid_from date not null,
    valid_to date,
    by_name text not null,
    at timestamptz not null,
    is_demo boolean not null default false
);
comment on table stewardship.authority is '一数一源：一个数据项在任何一天只有一个数源部门';
comment on column stewardship.authority.id is '标识';
comment on column stewardship.authority.item is '数据项标识';
comment on column stewardship.authority.title is '数据项名称';
comment on column stewardship.authority.unit_id is '数源部门';
comment on column stewardship.authority.unit_code is '数源部门代码';
comment on column stewardship.authority.dataset is '数源数据集';
comment on column stewardship.authority.key_column is '主体标识所在的列';
comment on column stewardship.authority.value_column is '数据项所在的列';
comment on column stewardship.authority.as_of_column is '数据产生日期所在的列';
comment on column stewardship.authority.code_table is '值按哪个代码表归一';
comment on column stewardship.authority.basis is '依据';
comment on column stewardship.authority.valid_from is '生效日期';
comment on column stewardship.authority.valid_to is '失效日期（含），空为长期';
comment on column stewardship.authority.by_name is '登记人姓名';
comment on column stewardship.authority.at is '登记时间';
comment on column stewardship.authority.is_demo is '是否演示数据';
create index authority_item on stewardship.authority (item, valid_from);

create table stewardship.authority_proposal (
    id uuid primary key,
    item text not null,
    title text not null,
    unit_id uuid not null,
    unit_code text not null,
    dataset text not null,
    key_column text not null,
    value_column text not null,
    as_of_column text,
    code_table text,
    basis text not null,
    valid_from date not null,
    reason text not null,
    state text not null,
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    decided_name text,
    decided_at timestamptz,
    decision text not null default '',
    is_demo boolean not null default false
);
comment on table stewardship.authority_proposal is '部门对数据项数源的提请，由数据资源主管裁定';
comment on column stewardship.authority_proposal.id is '标识';
comment on column stewardship.authority_proposal.item is '数据项标识';
comment on column stewardship.authority_proposal.title is '数据项名称';
comment on column stewardship.authority_proposal.unit_id is '提请作为数源的部门';
comment on column stewardship.authority_proposal.unit_code is '提请部门代码';
comment on column stewardship.authority_proposal.dataset is '数源数据集';
comment on column stewardship.authority_proposal.key_column is '主体标识所在的列';
comment on column stewardship.authority_proposal.value_column is '数据项所在的列';
comment on column stewardship.authority_proposal.as_of_column is '数据产生日期所在的列';
comment on column stewardship.authority_proposal.code_table is '值按哪个代码表归一';
comment on column stewardship.authority_proposal.basis is '职责依据';
comment on column stewardship.authority_proposal.valid_from is '拟生效日期';
comment on column stewardship.authority_proposal.reason is '提请的理由';
comment on column stewardship.authority_proposal.state is '状态：WAITING 待裁定，ACCEPTED 采纳，REFUSED 不采纳';
comment on column stewardship.authority_proposal.by_id is '提请人';
comment on column stewardship.authority_proposal.by_name is '提请人姓名';
comment on column stewardship.authority_proposal.at is '提请时间';
comment on column stewardship.authority_proposal.decided_name is '裁定人姓名';
comment on column stewardship.authority_proposal.decided_at is '裁定时间';
comment on column stewardship.authority_proposal.decision is '裁定的理由';
comment on column stewardship.authority_proposal.is_demo is '是否演示数据';
create unique index authority_proposal_waiting on stewardship.authority_proposal (item, unit_id) where state = 'WAITING';
create index authority_proposal_at on stewardship.authority_proposal (at);
create index authority_proposal_unit on stewardship.authority_proposal (unit_id, at);

create table stewardship.witness (
    id uuid primary key,
    item text not null,
    unit_id uuid not null,
    unit_code text not null,
    dataset text not null,
    key_column text not null,
    value_column text not null,
    as_of_column text,
    by_name text not null,
    at timestamptz not null,
    is_demo boolean not null default false,
    unique (item, unit_code, dataset)
);
comment on table stewardship.witness is '多元校核的其他来源';
comment on column stewardship.witness.id is '标识';
comment on column stewardship.witness.item is '数据项标识';
comment on column stewardship.witness.unit_id is '来源部门';
comment on column stewardship.witness.unit_code is '来源部门代码';
comment on column stewardship.witness.dataset is '来源数据集';
comment on column stewardship.witness.key_column is '主体标识所在的列';
comment on column stewardship.witness.value_column is '数据项所在的列';
comment on column stewardship.witness.as_of_column is '数据产生日期所在的列';
comment on column stewardship.witness.by_name is '登记人姓名';
comment on column stewardship.witness.at is '登记时间';
comment on column stewardship.witness.is_demo is '是否演示数据';

create table stewardship.crosscheck_run (
    id uuid primary key,
    item text not null,
    title text not null,
    unit_id uuid not null,
    subjects bigint not null,
    comparable bigint not null,
    agreeing bigint not null,
    conflicting bigint not null,
    filled bigint not null,
    tied bigint not null,
    sources jsonb not null,
    at timestamptz not null
);
comment on table stewardship.crosscheck_run is '一次校核';
comment on column stewardship.crosscheck_run.id is '标识';
comment on column stewardship.crosscheck_run.item is '数据项标识';
comment on column stewardship.crosscheck_run.title is '数据项名称';
comment on column stewardship.crosscheck_run.unit_id is '数源部门';
comment on column stewardship.crosscheck_run.subjects is '参与校核的主体数';
comment on column stewardship.crosscheck_run.comparable is '至少两个来源有值的主体数';
comment on column stewardship.crosscheck_run.agreeing is '各来源一致的主体数';
comment on column stewardship.crosscheck_run.conflicting is '有来源不一致的主体数';
comment on column stewardship.crosscheck_run.filled is '数源缺失或过期、按可信度表决的主体数';
comment on column stewardship.crosscheck_run.tied is '表决并列、转人工的主体数';
comment on column stewardship.crosscheck_run.sources is '参与的来源、版本和可信度';
comment on column stewardship.crosscheck_run.at is '校核时间';
create index crosscheck_run_item on stewardship.crosscheck_run (item, at);
create index crosscheck_run_at on stewardship.crosscheck_run (at);

create table stewardship.finding (
    id uuid primary key,
    number text not null unique,
    item text not null,
    title text not null,
    unit_id uuid not null,
    subject bytea not null,
    subject_blind bytea not null,
    source_value bytea not null,
    golden bytea not null,
    other_values bytea not null,
    evidence bytea not null,
    confidence numeric(5,4) not null,
    kind text not null,
    conclusion text,
    state text not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    is_demo boolean not null default false
);
comment on table stewardship.finding is '校核发现的不一致，每个主体每个数据项一条';
comment on column stewardship.finding.id is '标识，与校核工单的案卷相同';
comment on column stewardship.finding.number is '校核工单编号';
comment on column stewardship.finding.item is '数据项标识';
comment on column stewardship.finding.title is '数据项名称';
comment on column stewardship.finding.unit_id is '数源部门';
comment on column stewardship.finding.subject is '主体标识（加密）';
comment on column stewardship.finding.subject_blind is '主体标识的盲索引';
comment on column stewardship.finding.source_value is '数源值（加密），数源缺失的为空串';
comment on column stewardship.finding.golden is '可信值（加密）';
comment on column stewardship.finding.other_values is '其他来源的值（加密）';
comment on column stewardship.finding.evidence is '证据：各来源的值、日期、可信度和权重（加密）';
comment on column stewardship.finding.confidence is '可信度';
comment on column stewardship.finding.kind is '类别：CONFLICT 不一致，TIE 并列';
comment on column stewardship.finding.conclusion is '结论：SOURCE 数源对，OTHER 来源对，BOTH 都错';
comment on column stewardship.finding.state is '状态';
comment on column stewardship.finding.opened_at is '发现时间';
comment on column stewardship.finding.closed_at is '关闭时间';
comment on column stewardship.finding.is_demo is '是否演示数据';
create unique index finding_open on stewardship.finding (item, subject_blind) where closed_at is null;
create index finding_subject on stewardship.finding (subject_blind);
create index finding_unit on stewardship.finding (unit_id, opened_at);
create index finding_opened on stewardship.finding (opened_at);
create index finding_item on stewardship.finding (item);
create index finding_state on stewardship.finding (state);

create table stewardship.testimony (
    id uuid primary key,
    item text not null,
    unit_code text not null,
    correct boolean not null,
    finding_id uuid not null,
    at timestamptz not null,
    is_demo boolean not null default false,
    unique (finding_id, unit_code)
);
comment on table stewardship.testimony is '校核结论对各来源的记分：近十二个月的对错决定可信度';
comment on column stewardship.testimony.id is '标识';
comment on column stewardship.testimony.item is '数据项标识';
comment on column stewardship.testimony.unit_code is '来源部门代码';
comment on column stewardship.testimony.correct is '所给的值是否正确';
comment on column stewardship.testimony.finding_id is '依据的校核工单';
comment on column stewardship.testimony.at is '结论时间';
comment on column stewardship.testimony.is_demo is '是否演示数据';
create index testimony_item on stewardship.testimony (item, unit_code, at);
