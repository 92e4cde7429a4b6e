create table federation.batch (
    cd_batch    text        primary key,
    record_type text        not null,
    direction   text        not null check (direction in ('UP', 'DOWN')),
    data_source text        not null,
    row_count   int         not null check (row_count >= 0),
    closed_at   timestamptz not null
);
comment on table federation.batch is '交换批次（前置库语义）；本版只定契约，不含传输';
comment on column federation.batch.cd_batch is '批次号';
comment on column federation.batch.record_type is '记录类型';
comment on column federation.batch.direction is '方向：UP 上报，DOWN 下发';
comment on column federation.batch.data_source is '数据来源（行政区划代码）';
comment on column federation.batch.row_count is '行数';
comment on column federation.batch.closed_at is '封批时间';

create table federation.exchange (
    row_guid     uuid        primary key,
    record_type  text        not null,
    record_id    text        not null,
    data_source  text        not null,
    cd_operation text        not null check (cd_operation in ('I', 'U', 'D')),
    cd_time      timestamptz not null,
    cd_batch     text        not null references federation.batch,
    content      jsonb       not null
);
create index exchange_batch on federation.exchange (cd_batch, row_guid);
create index exchange_record on federation.exchange (record_type, record_id, cd_time desc);
comment on table federation.exchange is '交换行：已上报的记录不物理删除，以 D 操作表示';
comment on column federation.exchange.row_guid is '行标识';
comment on column federation.exchange.record_type is '记录类型';
comment on column federation.exchange.record_id is '记录标识';
comment on column federation.exchange.data_source is '数据来源（行政区划代码）';
comment on column federation.exchange.cd_operation is '操作：I 新增，U 变更，D 删除';
comment on column federation.exchange.cd_time is '操作时间';
comment on column federation.exchange.cd_batch is '批次号';
comment on column federation.exchange.content is '内容';

create table federation.exchange_abnormal (
    row_guid       uuid        primary key,
    table_row_guid uuid        not null,
    cd_batch       text        not null,
    err_type       text        not null,
    err_message    text        not null,
    cd_time        timestamptz not null
);
create index exchange_abnormal_row on federation.exchange_abnormal (table_row_guid);
comment on table federation.exchange_abnormal is '异常回写：上级退回的行及原因';
comment on column federation.exchange_abnormal.row_guid is '行标识';
comment on column federation.exchange_abnormal.table_row_guid is '被退回的交换行';
comment on column federation.exchange_abnormal.cd_batch is '批次号';
comment on column federation.exchange_abnormal.err_type is '错误类型';
comment on column federation.exchange_abnormal.err_message is '错误说明';
comment on column federation.exchange_abnormal.cd_time is '回写时间';
