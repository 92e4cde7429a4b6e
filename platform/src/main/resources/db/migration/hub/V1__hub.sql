create table hub.dataset (
    name        text        primary key,
    title       text        not null,
    unit_code   text        not null,
    key_columns text[]      not null,
    buckets     int         not null check (buckets between 1 and 64),
    current     bigint      not null default 0,
    declared_at timestamptz not null
);
comment on table hub.dataset is '数据集';
comment on column hub.dataset.name is '名称';
comment on column hub.dataset.title is '中文名称';
comment on column hub.dataset.unit_code is '责任单位代码';
comment on column hub.dataset.key_columns is '主键数据项';
comment on column hub.dataset.buckets is '分桶数';
comment on column hub.dataset.current is '现行快照号；0 为尚无数据';
comment on column hub.dataset.declared_at is '登记时间';

create table hub.dataset_column (
    dataset  text    not null references hub.dataset (name),
    position int     not null,
    name     text    not null,
    title    text    not null,
    type     text    not null,
    personal boolean not null,
    primary key (dataset, name)
);
comment on table hub.dataset_column is '数据集的数据项';
comment on column hub.dataset_column.dataset is '数据集';
comment on column hub.dataset_column.position is '次序';
comment on column hub.dataset_column.name is '名称';
comment on column hub.dataset_column.title is '中文名称';
comment on column hub.dataset_column.type is '类型';
comment on column hub.dataset_column.personal is '是否个人信息';

create table hub.batch (
    id        uuid        primary key,
    dataset   text        not null references hub.dataset (name),
    batch_no  text        not null,
    mode      text        not null check (mode in ('APPEND', 'REPLACE', 'MERGE')),
    state     text        not null check (state in ('LANDED', 'HELD', 'RELEASED', 'DISCARDED')),
    reason    text,
    digest    text        not null,
    row_count bigint      not null,
    data_key  bytea       not null,
    landed_at timestamptz not null,
    unique (dataset, batch_no)
);
create index batch_time on hub.batch (dataset, landed_at desc);
comment on table hub.batch is '入库批次';
comment on column hub.batch.id is '标识';
comment on column hub.batch.dataset is '数据集';
comment on column hub.batch.batch_no is '批次号';
comment on column hub.batch.mode is '入库方式：APPEND 追加，REPLACE 全量替换，MERGE 按主键合并';
comment on column hub.batch.state is '状态：LANDED 已入库，HELD 拦截待核，RELEASED 核后放行，DISCARDED 核后弃用';
comment on column hub.batch.reason is '拦截、放行或弃用的理由';
comment on column hub.batch.digest is '内容摘要';
comment on column hub.batch.row_count is '行数';
comment on column hub.batch.data_key is '数据文件密钥（密文）';
comment on column hub.batch.landed_at is '入库时间';

create table hub.snapshot (
    dataset   text        not null references hub.dataset (name),
    number    bigint      not null,
    batch_id  uuid        not null references hub.batch (id),
    row_count bigint      not null,
    changed   bigint      not null,
    removed   bigint      not null,
    made_at   timestamptz not null,
    primary key (dataset, number)
);
create index snapshot_batch on hub.snapshot (batch_id);
comment on table hub.snapshot is '数据集的快照';
comment on column hub.snapshot.dataset is '数据集';
comment on column hub.snapshot.number is '快照号';
comment on column hub.snapshot.batch_id is '形成快照的批次';
comment on column hub.snapshot.row_count is '行数';
comment on column hub.snapshot.changed is '新增和变更行数';
comment on column hub.snapshot.removed is '删除行数';
comment on column hub.snapshot.made_at is '形成时间';

create table hub.part (
    id        uuid   primary key,
    dataset   text   not null references hub.dataset (name),
    batch_id  uuid   not null references hub.batch (id),
    bucket    int    not null,
    path      text   not null,
    row_count bigint not null,
    bytes     bigint not null,
    added     bigint not null,
    dropped   bigint
);
create index part_dataset on hub.part (dataset, added);
create index part_dropped on hub.part (dropped) where dropped is not null;
comment on table hub.part is '数据文件';
comment on column hub.part.id is '标识';
comment on column hub.part.dataset is '数据集';
comment on column hub.part.batch_id is '写入的批次';
comment on column hub.part.bucket is '桶号';
comment on column hub.part.path is '相对路径';
comment on column hub.part.row_count is '行数';
comment on column hub.part.bytes is '字节数';
comment on column hub.part.added is '自哪个快照起有效';
comment on column hub.part.dropped is '自哪个快照起不再有效';
