create table sheets.batch (
    id              uuid primary key,
    kind            text        not null,
    file_id         uuid        not null,
    file_name       text        not null,
    dry_run         boolean     not null,
    state           text        not null,
    job_id          uuid,
    total           bigint      not null default 0,
    good            bigint      not null default 0,
    bad             bigint      not null default 0,
    message         text,
    unit_id         uuid,
    started_by      uuid        not null,
    started_by_name text        not null,
    started_at      timestamptz not null,
    ended_at        timestamptz
);
create index batch_newest on sheets.batch (kind, started_at desc);
comment on table sheets.batch is '表格导入批次';
comment on column sheets.batch.id is '批次标识';
comment on column sheets.batch.kind is '导入内容';
comment on column sheets.batch.file_id is '上传的文件';
comment on column sheets.batch.file_name is '文件名';
comment on column sheets.batch.dry_run is '只检查，不导入';
comment on column sheets.batch.state is '状态：QUEUED 排队，RUNNING 导入中，DONE 完成，FAILED 失败，STOPPED 已停止';
comment on column sheets.batch.job_id is '后台任务';
comment on column sheets.batch.total is '已处理行数';
comment on column sheets.batch.good is '合格行数';
comment on column sheets.batch.bad is '有误行数';
comment on column sheets.batch.message is '结果说明';
comment on column sheets.batch.unit_id is '导入人所在单位';
comment on column sheets.batch.started_by is '导入人';
comment on column sheets.batch.started_by_name is '导入人姓名';
comment on column sheets.batch.started_at is '开始时间';
comment on column sheets.batch.ended_at is '结束时间';

create table sheets.batch_row (
    batch_id uuid    not null references sheets.batch (id) on delete cascade,
    line     int     not null,
    good     boolean not null,
    row_key  text    not null,
    name     text    not null,
    words    text    not null,
    primary key (batch_id, line)
);
create index batch_row_bad on sheets.batch_row (batch_id, line) where not good;
comment on table sheets.batch_row is '表格导入的逐行结果';
comment on column sheets.batch_row.batch_id is '批次';
comment on column sheets.batch_row.line is '行号';
comment on column sheets.batch_row.good is '是否合格';
comment on column sheets.batch_row.row_key is '该行的编码或者名称';
comment on column sheets.batch_row.name is '名称';
comment on column sheets.batch_row.words is '结果或者错误说明';
