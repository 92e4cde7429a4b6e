create table exchange.task (
    id             uuid primary key,
    code           text        not null unique,
    name           text        not null,
    unit_id        uuid        not null,
    unit_code      text        not null,
    kind           text        not null,
    source         jsonb       not null,
    secret         bytea,
    dataset        text        not null,
    mode           text        not null,
    mappings       jsonb       not null,
    schedule       text        not null,
    state          text        not null,
    state_reason   text        not null,
    structure      jsonb       not null,
    watermark      text,
    next_run_at    timestamptz,
    last_batch_at  timestamptz,
    last_state     text,
    failures       int         not null,
    created_by     uuid        not null,
    created_name   text        not null,
    created_at     timestamptz not null,
    version        int         not null,
    is_demo        boolean     not null
);
create index task_due on exchange.task (next_run_at) where state = 'ACTIVE';
create index task_unit on exchange.task (unit_id);
comment on table exchange.task is '归集任务：从一个来源取数，按列映射、转换、清洗后落入数据中枢的一个数据集';
comment on column exchange.task.id is '任务标识';
comment on column exchange.task.code is '任务编号';
comment on column exchange.task.name is '任务名称';
comment on column exchange.task.unit_id is '数据提供部门';
comment on column exchange.task.unit_code is '数据提供部门的内部代码';
comment on column exchange.task.kind is '来源类别：FILE 文件，TABLE 数据库表，API 接口，LOG 变更日志（无感采集），BACKFLOW 省级回流';
comment on column exchange.task.source is '来源参数，不含口令';
comment on column exchange.task.secret is '来源口令，加密保存';
comment on column exchange.task.dataset is '目标数据集';
comment on column exchange.task.mode is '入库方式：APPEND 追加，REPLACE 全量替换，MERGE 按主键合并';
comment on column exchange.task.mappings is '列映射：来源列、目标列、清洗、是否必填';
comment on column exchange.task.schedule is '计划：空为人工；every 分钟数；daily 时:分';
comment on column exchange.task.state is '状态：DRAFT 草稿，ACTIVE 运行中，PAUSED 已暂停，HALTED 异常停止，RETIRED 已停用';
comment on column exchange.task.state_reason is '进入此状态的原因';
comment on column exchange.task.structure is '首次成功时来源的列名和类型，用于发现结构变化';
comment on column exchange.task.watermark is '水位：已经取到的位置，只增不减';
comment on column exchange.task.next_run_at is '下次运行时间';
comment on column exchange.task.last_batch_at is '最近一个批次的结束时间';
comment on column exchange.task.last_state is '最近一个批次的状态';
comment on column exchange.task.failures is '连续失败次数';
comment on column exchange.task.created_by is '建立人';
comment on column exchange.task.created_name is '建立人姓名';
comment on column exchange.task.created_at is '建立时间';
comment on column exchange.task.version is '版本，每次变化加一';
comment on column exchange.task.is_demo is '是否演示数据';

create table exchange.task_version (
    task_id  uuid        not null,
    version  int         not null,
    at       timestamptz not null,
    by_name  text        not null,
    name     text        not null,
    mode     text        not null,
    schedule text        not null,
    state    text        not null,
    reason   text        not null,
    mappings jsonb       not null,
    primary key (task_id, version)
);
comment on table exchange.task_version is '归集任务的各个版本，只增不改';
comment on column exchange.task_version.task_id is '归集任务';
comment on column exchange.task_version.version is '版本';
comment on column exchange.task_version.at is '形成时间';
comment on column exchange.task_version.by_name is '形成人姓名';
comment on column exchange.task_version.name is '任务名称';
comment on column exchange.task_version.mode is '入库方式';
comment on column exchange.task_version.schedule is '计划';
comment on column exchange.task_version.state is '状态';
comment on column exchange.task_version.reason is '原因';
comment on column exchange.task_version.mappings is '列映射';

create sequence exchange.task_number;

create table exchange.batch (
    id            uuid primary key,
    task_id       uuid        not null,
    task_name     text        not null,
    unit_id       uuid        not null,
    number        text        not null,
    dataset       text        not null,
    mode          text        not null,
    state         text        not null,
    origin        text        not null,
    as_of         date,
    file_id       uuid,
    file_path     text,
    file_name     text        not null,
    source_digest text        not null,
    declared_rows bigint,
    declared_digest text      not null,
    row_in        bigint      not null,
    row_ok        bigint      not null,
    row_reject    bigint      not null,
    row_removed   bigint      not null,
    bytes         bigint      not null,
    checksum      text        not null,
    snapshot      bigint,
    part          int         not null,
    low_mark      text,
    high_mark     text,
    message       text        not null,
    job_id        uuid,
    due_at        timestamptz,
    started_by    uuid        not null,
    started_name  text        not null,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    corrects      uuid,
    is_demo       boolean     not null,
    has_rejects   boolean generated always as (row_reject > 0) stored,
    scheduled     boolean generated always as (due_at is not null) stored,
    on_time       boolean generated always as (coalesce(state in ('DONE', 'DUPLICATE') and ended_at <= due_at, false)) stored,
    ok_rate       numeric(5, 2) generated always as (case when row_in = 0 then null else round(100.0 * row_ok / row_in, 2) end) stored
);
create index batch_scheduled on exchange.batch (scheduled, started_at desc, id desc);
create index batch_on_time on exchange.batch (on_time, started_at desc, id desc);
create index batch_has_rejects on exchange.batch (has_rejects, started_at desc, id desc);
create index batch_origin on exchange.batch (origin, started_at desc, id desc);
create index batch_dataset on exchange.batch (dataset, started_at desc, id desc);
create index batch_task on exchange.batch (task_id, started_at desc, id desc);
create index batch_unit on exchange.batch (unit_id, started_at desc, id desc);
create index batch_started on exchange.batch (started_at desc, id desc);
create index batch_state on exchange.batch (state, started_at desc, id desc);
create index batch_number on exchange.batch (number);
create index batch_digest on exchange.batch (task_id, source_digest);
comment on table exchange.batch is '归集批次：一次取数的收、合格、拒收行数和校验值';
comment on column exchange.batch.id is '批次标识';
comment on column exchange.batch.task_id is '归集任务';
comment on column exchange.batch.task_name is '任务名称';
comment on column exchange.batch.unit_id is '数据提供部门';
comment on column exchange.batch.number is '批次号，同一任务内由报送方指定或者由内容得出';
comment on column exchange.batch.dataset is '目标数据集';
comment on column exchange.batch.mode is '入库方式';
comment on column exchange.batch.state is '状态：QUEUED 排队，RUNNING 归集中，DONE 完成，DUPLICATE 重复批次，HELD 被拦截待放行，DISCARDED 已弃用，FAILED 失败，CANCELLED 已取消，MISSED 未报送';
comment on column exchange.batch.origin is '来源：LOCAL 本地，PROVINCE 省级回流';
comment on column exchange.batch.as_of is '数据截止日期，省级回流必填';
comment on column exchange.batch.file_id is '报送文件（文件库）';
comment on column exchange.batch.file_path is '报送文件（投递目录）';
comment on column exchange.batch.file_name is '报送文件名';
comment on column exchange.batch.source_digest is '来源内容的 SM3';
comment on column exchange.batch.declared_rows is '报送方声明的行数';
comment on column exchange.batch.declared_digest is '报送方声明的 SM3';
comment on column exchange.batch.row_in is '收到行数';
comment on column exchange.batch.row_ok is '合格行数';
comment on column exchange.batch.row_reject is '拒收行数';
comment on column exchange.batch.row_removed is '删除行数（变更日志）';
comment on column exchange.batch.bytes is '收到字节数';
comment on column exchange.batch.checksum is '入库行的校验值，与行序无关';
comment on column exchange.batch.snapshot is '数据集的版本号';
comment on column exchange.batch.part is '已入库的分片数，中断后从下一片继续';
comment on column exchange.batch.low_mark is '本批次起始水位（不含）';
comment on column exchange.batch.high_mark is '本批次终止水位（含）';
comment on column exchange.batch.message is '结果说明';
comment on column exchange.batch.job_id is '长任务';
comment on column exchange.batch.due_at is '应完成时点；人工批次为空';
comment on column exchange.batch.started_by is '发起人';
comment on column exchange.batch.started_name is '发起人姓名';
comment on column exchange.batch.started_at is '开始时间';
comment on column exchange.batch.ended_at is '结束时间';
comment on column exchange.batch.corrects is '所更正的批次';
comment on column exchange.batch.is_demo is '是否演示数据';
comment on column exchange.batch.has_rejects is '是否有拒收行';
comment on column exchange.batch.scheduled is '是否计划批次';
comment on column exchange.batch.on_time is '是否在应完成时点前完成';
comment on column exchange.batch.ok_rate is '合格率，百分数';

create table exchange.reject (
    id          uuid primary key,
    batch_id    uuid        not null,
    task_id     uuid        not null,
    unit_id     uuid        not null,
    line        bigint      not null,
    reason      text        not null,
    problems    jsonb       not null,
    shown       text        not null,
    sealed      bytea       not null,
    state       text        not null,
    at          timestamptz not null,
    settled_at  timestamptz,
    settled_name text,
    corrected_in uuid,
    is_demo     boolean     not null
);
create index reject_batch on exchange.reject (batch_id, line, id);
create index reject_unit on exchange.reject (unit_id, at desc, id desc);
create index reject_at on exchange.reject (at desc, id desc);
create index reject_state on exchange.reject (state, at desc, id desc);
create index reject_reason on exchange.reject (reason, at desc, id desc);
create index reject_task on exchange.reject (task_id, at desc, id desc);
comment on table exchange.reject is '隔离区：没有入库的行，逐格写明原因，更正后可以重新报送';
comment on column exchange.reject.id is '拒收行标识';
comment on column exchange.reject.batch_id is '批次';
comment on column exchange.reject.task_id is '归集任务';
comment on column exchange.reject.unit_id is '数据提供部门';
comment on column exchange.reject.line is '在来源中的行号';
comment on column exchange.reject.reason is '拒收原因类别';
comment on column exchange.reject.problems is '逐格原因：列、原因';
comment on column exchange.reject.shown is '原行内容，个人信息已经遮盖';
comment on column exchange.reject.sealed is '原行内容，加密';
comment on column exchange.reject.state is '状态：WAITING 待处理，CORRECTED 已更正入库，DROPPED 已作废';
comment on column exchange.reject.at is '拒收时间';
comment on column exchange.reject.settled_at is '处理时间';
comment on column exchange.reject.settled_name is '处理人姓名';
comment on column exchange.reject.corrected_in is '更正后入库的批次';
comment on column exchange.reject.is_demo is '是否演示数据';
