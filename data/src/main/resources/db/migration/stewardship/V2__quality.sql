create table stewardship.quality_rule (
    id uuid primary key,
    code text not null,
    version int not null,
    dataset text not null,
    unit_id uuid not null,
    title text not null,
    dimension text not null,
    template text not null,
    settings jsonb not null,
    weight numeric(5,2) not null check (weight > 0),
    severity text not null,
    basis text not null,
    state text not null,
    proposed_by uuid not null,
    proposed_name text not null,
    proposed_at timestamptz not null,
    approved_name text,
    approved_at timestamptz,
    is_demo boolean not null default false,
    unique (code, version)
);
comment on table stewardship.quality_rule is '质量规则，每次修改成一个新版本，由他人批准后生效';
comment on column stewardship.quality_rule.id is '规则版本标识';
comment on column stewardship.quality_rule.code is '规则编号';
comment on column stewardship.quality_rule.version is '版本';
comment on column stewardship.quality_rule.dataset is '数据集';
comment on column stewardship.quality_rule.unit_id is '数据集的责任单位';
comment on column stewardship.quality_rule.title is '规则名称';
comment on column stewardship.quality_rule.dimension is '质量维度（GB/T 36344）';
comment on column stewardship.quality_rule.template is '规则模板';
comment on column stewardship.quality_rule.settings is '模板的参数';
comment on column stewardship.quality_rule.weight is '在本维度中的权重';
comment on column stewardship.quality_rule.severity is '严重程度：HIGH 严重，MEDIUM 一般，LOW 轻微';
comment on column stewardship.quality_rule.basis is '依据';
comment on column stewardship.quality_rule.state is '状态：DRAFT 待批准，APPROVED 生效，RETIRED 已被替代，STOPPED 已停用';
comment on column stewardship.quality_rule.proposed_by is '起草人';
comment on column stewardship.quality_rule.proposed_name is '起草人姓名';
comment on column stewardship.quality_rule.proposed_at is '起草时间';
comment on column stewardship.quality_rule.approved_name is '批准人姓名';
comment on column stewardship.quality_rule.approved_at is '批准时间';
comment on column stewardship.quality_rule.is_demo is '是否演示数据';
create unique index quality_rule_in_force on stewardship.quality_rule (code) where state = 'APPROVED';
create index quality_rule_dataset on stewardship.quality_rule (dataset, state);

create table stewardship.quality_run (
    id uuid primary key,
    dataset text not null,
    snapshot bigint not null,
    batch_no text not null,
    unit_id uuid not null,
    rows bigint not null,
    rules int not null,
    failed_rules int not null,
    score numeric(6,2),
    dimensions jsonb not null,
    at timestamptz not null
);
comment on table stewardship.quality_run is '质量检查：对数据集的一个版本执行全部生效规则';
comment on column stewardship.quality_run.id is '标识';
comment on column stewardship.quality_run.dataset is '数据集';
comment on column stewardship.quality_run.snapshot is '数据集版本';
comment on column stewardship.quality_run.batch_no is '批次号';
comment on column stewardship.quality_run.unit_id is '数据集的责任单位';
comment on column stewardship.quality_run.rows is '行数';
comment on column stewardship.quality_run.rules is '执行的规则数';
comment on column stewardship.quality_run.failed_rules is '未通过的规则数';
comment on column stewardship.quality_run.score is '质量总分，没有可计分的规则时为空';
comment on column stewardship.quality_run.dimensions is '各维度得分和计算过程';
comment on column stewardship.quality_run.at is '检查时间';
create index quality_run_dataset on stewardship.quality_run (dataset, snapshot desc, at desc);
create index quality_run_at on stewardship.quality_run (at);
create index quality_run_unit on stewardship.quality_run (unit_id, at);

create table stewardship.quality_result (
    id uuid primary key,
    run_id uuid not null references stewardship.quality_run,
    dataset text not null,
    snapshot bigint not null,
    unit_id uuid not null,
    rule_code text not null,
    rule_version int not null,
    title text not null,
    dimension text not null,
    weight numeric(5,2) not null,
    total bigint not null,
    passed bigint not null,
    excluded bigint not null,
    verdict text not null,
    explanation text not null,
    at timestamptz not null
);
comment on table stewardship.quality_result is '检查结果：一条规则在一个版本上的分子分母';
comment on column stewardship.quality_result.id is '标识';
comment on column stewardship.quality_result.run_id is '所属检查';
comment on column stewardship.quality_result.dataset is '数据集';
comment on column stewardship.quality_result.snapshot is '数据集版本';
comment on column stewardship.quality_result.unit_id is '责任单位';
comment on column stewardship.quality_result.rule_code is '规则编号';
comment on column stewardship.quality_result.rule_version is '规则版本';
comment on column stewardship.quality_result.title is '规则名称';
comment on column stewardship.quality_result.dimension is '质量维度';
comment on column stewardship.quality_result.weight is '权重';
comment on column stewardship.quality_result.total is '分母：适用的行数';
comment on column stewardship.quality_result.passed is '分子：合格的行数';
comment on column stewardship.quality_result.excluded is '不适用而剔除的行数';
comment on column stewardship.quality_result.verdict is '结论：PASSED 通过，FAILED 未通过，BROKEN 规则未能执行';
comment on column stewardship.quality_result.explanation is '说明：口径或者未能执行的原因';
comment on column stewardship.quality_result.at is '检查时间';
create index quality_result_run on stewardship.quality_result (run_id);
create index quality_result_rule on stewardship.quality_result (rule_code, at);
create index quality_result_dataset on stewardship.quality_result (dataset, at);
create index quality_result_unit on stewardship.quality_result (unit_id, at);
create index quality_result_at on stewardship.quality_result (at);
create index quality_result_dimension on stewardship.quality_result (dimension);
create index quality_result_verdict on stewardship.quality_result (verdict);

create table stewardship.quality_issue (
    id uuid primary key,
    result_id uuid not null references stewardship.quality_result,
    dataset text not null,
    rule_code text not null,
    unit_id uuid not null,
    row_key bytea not null,
    observed bytea not null,
    expected text not null,
    at timestamptz not null
);
comment on table stewardship.quality_issue is '质量问题行：每条规则留存若干行，供逐行核查';
comment on column stewardship.quality_issue.id is '标识';
comment on column stewardship.quality_issue.result_id is '所属结果';
comment on column stewardship.quality_issue.dataset is '数据集';
comment on column stewardship.quality_issue.rule_code is '规则编号';
comment on column stewardship.quality_issue.unit_id is '责任单位';
comment on column stewardship.quality_issue.row_key is '行键（加密）';
comment on column stewardship.quality_issue.observed is '观测值（加密）';
comment on column stewardship.quality_issue.expected is '应为';
comment on column stewardship.quality_issue.at is '发现时间';
create index quality_issue_result on stewardship.quality_issue (result_id);
create index quality_issue_dataset on stewardship.quality_issue (dataset);
create index quality_issue_rule on stewardship.quality_issue (rule_code);
create index quality_issue_at on stewardship.quality_issue (at);
create index quality_issue_unit on stewardship.quality_issue (unit_id, at);

create table stewardship.quality_order (
    id uuid primary key,
    number text not null unique,
    dataset text not null,
    rule_code text not null,
    title text not null,
    unit_id uuid not null,
    state text not null,
    failed bigint not null,
    total bigint not null,
    first_snapshot bigint not null,
    last_snapshot bigint not null,
    rounds int not null,
    recurrent boolean not null,
    opened_at timestamptz not null,
    due_at timestamptz,
    closed_at timestamptz,
    is_demo boolean not null default false
);
comment on table stewardship.quality_order is '质量工单：一条规则在一个数据集上从未通过到再次通过';
comment on column stewardship.quality_order.id is '标识，与办理的案卷相同';
comment on column stewardship.quality_order.number is '工单编号';
comment on column stewardship.quality_order.dataset is '数据集';
comment on column stewardship.quality_order.rule_code is '规则编号';
comment on column stewardship.quality_order.title is '规则名称';
comment on column stewardship.quality_order.unit_id is '责任单位';
comment on column stewardship.quality_order.state is '状态';
comment on column stewardship.quality_order.failed is '最近一次检查不合格的行数';
comment on column stewardship.quality_order.total is '最近一次检查适用的行数';
comment on column stewardship.quality_order.first_snapshot is '发现时的版本';
comment on column stewardship.quality_order.last_snapshot is '最近一次检查的版本';
comment on column stewardship.quality_order.rounds is '复测次数';
comment on column stewardship.quality_order.recurrent is '是否复发：同一规则此前有已关闭的工单';
comment on column stewardship.quality_order.opened_at is '派单时间';
comment on column stewardship.quality_order.due_at is '整改期限';
comment on column stewardship.quality_order.closed_at is '关闭时间';
comment on column stewardship.quality_order.is_demo is '是否演示数据';
create unique index quality_order_open on stewardship.quality_order (dataset, rule_code) where closed_at is null;
create index quality_order_unit on stewardship.quality_order (unit_id, opened_at);
create index quality_order_opened on stewardship.quality_order (opened_at);
create index quality_order_dataset on stewardship.quality_order (dataset);
create index quality_order_state on stewardship.quality_order (state);
create index quality_order_rule on stewardship.quality_order (rule_code);

create table stewardship.held_batch (
    id uuid primary key,
    dataset text not null,
    batch_no text not null,
    rows bigint not null,
    state text not null,
    reason text not null,
    unit_id uuid not null,
    at timestamptz not null,
    settled_name text,
    settled_reason text,
    settled_at timestamptz
);
comment on table stewardship.held_batch is '被入库闸门拦截的批次';
comment on column stewardship.held_batch.id is '批次标识，与数据中枢的相同';
comment on column stewardship.held_batch.dataset is '数据集';
comment on column stewardship.held_batch.batch_no is '批次号';
comment on column stewardship.held_batch.rows is '批次行数';
comment on column stewardship.held_batch.state is '状态：HELD 待处理，RELEASED 已放行，DISCARDED 已弃用';
comment on column stewardship.held_batch.reason is '拦截原因';
comment on column stewardship.held_batch.unit_id is '责任单位';
comment on column stewardship.held_batch.at is '拦截时间';
comment on column stewardship.held_batch.settled_name is '处理人姓名';
comment on column stewardship.held_batch.settled_reason is '处理理由';
comment on column stewardship.held_batch.settled_at is '处理时间';
create index held_batch_dataset on stewardship.held_batch (dataset, state);
create index held_batch_at on stewardship.held_batch (at);
create index held_batch_state on stewardship.held_batch (state);
