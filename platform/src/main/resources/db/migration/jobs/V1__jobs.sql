create table jobs.era (
    number            int         primary key,
    system_identifier bigint      not null,
    begun_at          timestamptz not null default clock_timestamp()
);
comment on table jobs.era is '数据库纪元：数据迁入另一数据库实例后，事务号重新起算，纪元加一';
comment on column jobs.era.number is '纪元';
comment on column jobs.era.system_identifier is '数据库实例标识';
comment on column jobs.era.begun_at is '起始时间';

create table jobs.node (
    process    uuid        primary key,
    name       text        not null,
    host       text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
comment on table jobs.node is '应用节点';
comment on column jobs.node.process is '进程标识（每次启动不同）';
comment on column jobs.node.name is '节点名（重启不变）';
comment on column jobs.node.host is '主机';
comment on column jobs.node.started_at is '启动时间';
comment on column jobs.node.seen_at is '最近心跳';

create table jobs.lease (
    role   text        primary key,
    holder uuid        not null,
    until  timestamptz not null
);
comment on table jobs.lease is '租约：同一角色同一时刻只由一个节点承担';
comment on column jobs.lease.role is '角色';
comment on column jobs.lease.holder is '持有进程';
comment on column jobs.lease.until is '到期时间（数据库时间）';

create table jobs.job (
    id           uuid        primary key,
    kind         text        not null,
    title        text        not null,
    owner_id     uuid        not null,
    actor        jsonb       not null,
    argument     text        not null,
    state        text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    total        bigint      not null default 0,
    done         bigint      not null default 0,
    message      text        not null default '',
    error        text,
    cancelling   boolean     not null default false,
    attempts     int         not null default 0,
    holder       uuid,
    seen_at      timestamptz,
    submitted_at timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz
);
create index job_waiting on jobs.job (submitted_at) where state in ('QUEUED', 'RUNNING');
create index job_owner on jobs.job (owner_id, id desc);
comment on table jobs.job is '长任务';
comment on column jobs.job.id is '标识';
comment on column jobs.job.kind is '种类';
comment on column jobs.job.title is '名称';
comment on column jobs.job.owner_id is '提交人';
comment on column jobs.job.actor is '提交人的办理身份';
comment on column jobs.job.argument is '参数';
comment on column jobs.job.state is '状态：QUEUED 排队，RUNNING 执行中，DONE 完成，FAILED 失败，CANCELLED 已取消';
comment on column jobs.job.total is '总量';
comment on column jobs.job.done is '已完成量';
comment on column jobs.job.message is '当前进展';
comment on column jobs.job.error is '失败原因';
comment on column jobs.job.cancelling is '已请求取消';
comment on column jobs.job.attempts is '已执行次数';
comment on column jobs.job.holder is '执行进程';
comment on column jobs.job.seen_at is '执行进程最近心跳';
comment on column jobs.job.submitted_at is '提交时间';
comment on column jobs.job.started_at is '开始时间';
comment on column jobs.job.ended_at is '结束时间';
