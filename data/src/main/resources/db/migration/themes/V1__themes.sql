create sequence themes.change_seq;

create table themes.topic (
    id text primary key,
    wanted_at timestamptz,
    refreshed_at timestamptz,
    running_since timestamptz,
    problem text
);
comment on table themes.topic is '主题库的运行';
comment on column themes.topic.id is '主题库';
comment on column themes.topic.wanted_at is '要求刷新的时间；空为没有要求';
comment on column themes.topic.refreshed_at is '最近一次刷新完成的时间';
comment on column themes.topic.running_since is '正在刷新，自何时起；空为没有在刷新';
comment on column themes.topic.problem is '最近一次刷新的问题；空为正常';

create table themes.source (
    topic text not null,
    id text not null,
    state text not null check (state in ('ACTIVE', 'STOPPED', 'REMOVED')),
    as_of timestamptz,
    full_at timestamptz,
    digest text,
    reason text,
    changed_by text,
    changed_at timestamptz,
    primary key (topic, id)
);
comment on table themes.source is '主题库的来源任务';
comment on column themes.source.topic is '主题库';
comment on column themes.source.id is '来源';
comment on column themes.source.state is '状态：ACTIVE 运行，STOPPED 停用，REMOVED 删除';
comment on column themes.source.as_of is '数据截至时间：最近一次读到的来源的时间；空为尚未读过';
comment on column themes.source.full_at is '最近一次全量抽取的时间';
comment on column themes.source.digest is '最近一次全量抽取的内容摘要';
comment on column themes.source.reason is '停用、删除或恢复的理由';
comment on column themes.source.changed_by is '改变状态的人';
comment on column themes.source.changed_at is '改变状态的时间';

create table themes.change (
    seq bigint not null,
    topic text not null,
    source text not null,
    row_key text not null,
    primary key (topic, source, row_key)
);
comment on table themes.change is '等待增量抽取的变更';
comment on column themes.change.seq is '序号，每次变更取新号';
comment on column themes.change.topic is '主题库';
comment on column themes.change.source is '来源';
comment on column themes.change.row_key is '变更的行';
create index change_order on themes.change (topic, source, seq);

create table themes.run (
    id uuid primary key,
    topic text not null,
    dataset text not null,
    snapshot bigint not null,
    batch_id uuid not null,
    batch_no text not null,
    inputs jsonb not null,
    as_of timestamptz not null,
    row_count bigint not null,
    made_at timestamptz not null,
    unique (dataset, snapshot)
);
comment on table themes.run is '加工批次';
comment on column themes.run.id is '标识';
comment on column themes.run.topic is '主题库';
comment on column themes.run.dataset is '数据集';
comment on column themes.run.snapshot is '形成的快照号';
comment on column themes.run.batch_id is '入库批次';
comment on column themes.run.batch_no is '批次号';
comment on column themes.run.inputs is '所用输入：数据集和快照号';
comment on column themes.run.as_of is '数据截至时间';
comment on column themes.run.row_count is '行数';
comment on column themes.run.made_at is '形成时间';
create index run_dataset on themes.run (dataset, snapshot desc);

create table themes.quality (
    topic text not null,
    dataset text not null,
    title text not null,
    dimension text not null,
    passed bigint not null,
    total bigint not null,
    snapshot bigint not null,
    measured_at timestamptz not null,
    primary key (dataset, title)
);
comment on table themes.quality is '主题库的质量核验';
comment on column themes.quality.topic is '主题库';
comment on column themes.quality.dataset is '数据集';
comment on column themes.quality.title is '核验项';
comment on column themes.quality.dimension is '质量维度';
comment on column themes.quality.passed is '通过行数';
comment on column themes.quality.total is '核验行数';
comment on column themes.quality.snapshot is '快照号';
comment on column themes.quality.measured_at is '核验时间';

create table themes.meaning (
    id uuid primary key,
    topic text not null,
    indicator text not null,
    title text not null,
    version int not null,
    effective_from date not null,
    numerator text not null,
    denominator text not null,
    excluded text not null,
    numerator_text text not null,
    denominator_text text not null,
    exclusions_text text not null,
    basis text not null,
    state text not null check (state in ('DRAFT', 'APPROVED')),
    drafted_by uuid not null,
    drafted_name text not null,
    drafted_at timestamptz not null,
    approved_name text,
    approved_at timestamptz,
    unique (topic, indicator, version),
    unique (topic, indicator, effective_from)
);
comment on table themes.meaning is '指标口径的版本';
comment on column themes.meaning.id is '标识';
comment on column themes.meaning.topic is '主题库';
comment on column themes.meaning.indicator is '指标';
comment on column themes.meaning.title is '指标名称';
comment on column themes.meaning.version is '版本';
comment on column themes.meaning.effective_from is '自哪个月起施行';
comment on column themes.meaning.numerator is '分子表达式';
comment on column themes.meaning.denominator is '分母表达式';
comment on column themes.meaning.excluded is '剔除表达式';
comment on column themes.meaning.numerator_text is '分子';
comment on column themes.meaning.denominator_text is '分母';
comment on column themes.meaning.exclusions_text is '不计入';
comment on column themes.meaning.basis is '依据';
comment on column themes.meaning.state is '状态：DRAFT 草稿，APPROVED 已批准';
comment on column themes.meaning.drafted_by is '起草人';
comment on column themes.meaning.drafted_name is '起草人姓名';
comment on column themes.meaning.drafted_at is '起草时间';
comment on column themes.meaning.approved_name is '批准人姓名';
comment on column themes.meaning.approved_at is '批准时间';

create table themes.workspace (
    id uuid primary key,
    title text not null,
    purpose text not null,
    datasets text[] not null,
    masking text not null check (masking in ('DETAIL', 'MASKED', 'AGGREGATE')),
    starts date not null,
    ends date not null,
    state text not null check (state in ('REQUESTED', 'OPEN', 'REFUSED', 'CLOSED')),
    opinion text,
    unit_id uuid not null,
    owner_id uuid not null,
    owner_name text not null,
    made_at timestamptz not null,
    decided_name text,
    decided_at timestamptz,
    is_demo boolean not null
);
comment on table themes.workspace is '分析空间';
comment on column themes.workspace.id is '标识';
comment on column themes.workspace.title is '名称';
comment on column themes.workspace.purpose is '用途';
comment on column themes.workspace.datasets is '可用的数据集';
comment on column themes.workspace.masking is '脱敏级：DETAIL 明细，MASKED 标识脱敏，AGGREGATE 只见汇总';
comment on column themes.workspace.starts is '起';
comment on column themes.workspace.ends is '止';
comment on column themes.workspace.state is '状态：REQUESTED 待批，OPEN 开放，REFUSED 未获批准，CLOSED 已关闭';
comment on column themes.workspace.opinion is '审批意见';
comment on column themes.workspace.unit_id is '申请单位';
comment on column themes.workspace.owner_id is '申请人';
comment on column themes.workspace.owner_name is '申请人姓名';
comment on column themes.workspace.made_at is '申请时间';
comment on column themes.workspace.decided_name is '审批人姓名';
comment on column themes.workspace.decided_at is '审批时间';
comment on column themes.workspace.is_demo is '是否演示数据';
create index workspace_unit on themes.workspace (unit_id, made_at desc, id desc);
create index workspace_made on themes.workspace (made_at desc, id desc);

create table themes.mining_job (
    id uuid primary key,
    workspace_id uuid not null references themes.workspace (id),
    title text not null,
    algorithm text not null check (algorithm in ('CROSS_TABLE', 'K_MEANS', 'HOLT_WINTERS')),
    dataset text not null,
    snapshot bigint not null,
    parameters jsonb not null,
    reach jsonb not null,
    state text not null check (state in ('QUEUED', 'DONE', 'FAILED')),
    result jsonb,
    digest text,
    problem text,
    rerun_of uuid,
    unit_id uuid not null,
    by_id uuid not null,
    by_name text not null,
    submitted_at timestamptz not null,
    ended_at timestamptz,
    is_demo boolean not null
);
comment on table themes.mining_job is '分析任务';
comment on column themes.mining_job.id is '标识';
comment on column themes.mining_job.workspace_id is '分析空间';
comment on column themes.mining_job.title is '名称';
comment on column themes.mining_job.algorithm is '算法：CROSS_TABLE 交叉表，K_MEANS 聚类，HOLT_WINTERS 时序预测';
comment on column themes.mining_job.dataset is '数据集';
comment on column themes.mining_job.snapshot is '数据快照号';
comment on column themes.mining_job.parameters is '参数';
comment on column themes.mining_job.reach is '提交时的行范围';
comment on column themes.mining_job.state is '状态：QUEUED 等待或者执行中，DONE 完成，FAILED 失败';
comment on column themes.mining_job.result is '结果';
comment on column themes.mining_job.digest is '结果摘要';
comment on column themes.mining_job.problem is '失败的原因';
comment on column themes.mining_job.rerun_of is '重跑自哪个任务';
comment on column themes.mining_job.unit_id is '申请单位';
comment on column themes.mining_job.by_id is '提交人';
comment on column themes.mining_job.by_name is '提交人姓名';
comment on column themes.mining_job.submitted_at is '提交时间';
comment on column themes.mining_job.ended_at is '完成时间';
comment on column themes.mining_job.is_demo is '是否演示数据';
create index mining_job_unit on themes.mining_job (unit_id, submitted_at desc, id desc);
create index mining_job_made on themes.mining_job (submitted_at desc, id desc);
create index mining_job_workspace on themes.mining_job (workspace_id, submitted_at desc);

create table themes.saved_view (
    id uuid primary key,
    workspace_id uuid not null references themes.workspace (id),
    title text not null,
    chart text not null check (chart in ('TABLE', 'BAR', 'LINE')),
    query jsonb not null,
    masking text not null,
    units uuid[] not null,
    owner_id uuid not null,
    owner_name text not null,
    unit_id uuid not null,
    made_at timestamptz not null,
    is_demo boolean not null
);
comment on table themes.saved_view is '保存的视图';
comment on column themes.saved_view.id is '标识';
comment on column themes.saved_view.workspace_id is '分析空间';
comment on column themes.saved_view.title is '名称';
comment on column themes.saved_view.chart is '图表：TABLE 表，BAR 柱，LINE 线';
comment on column themes.saved_view.query is '查询';
comment on column themes.saved_view.masking is '脱敏级';
comment on column themes.saved_view.units is '共享给哪些单位';
comment on column themes.saved_view.owner_id is '保存人';
comment on column themes.saved_view.owner_name is '保存人姓名';
comment on column themes.saved_view.unit_id is '保存人单位';
comment on column themes.saved_view.made_at is '保存时间';
comment on column themes.saved_view.is_demo is '是否演示数据';
create index saved_view_owner on themes.saved_view (owner_id, made_at desc);
create index saved_view_shared on themes.saved_view using gin (units);
