create table feed.entry (
    era     int         not null,
    xid     xid8        not null default pg_current_xact_id(),
    seq     bigint      generated always as identity,
    topic   text        not null,
    key     text        not null,
    version int         not null,
    at      timestamptz not null,
    payload jsonb       not null,
    primary key (seq)
);
create unique index entry_order on feed.entry (era, xid, seq);
comment on table feed.entry is '变更流，只增；按（纪元、事务号、序号）读取，且只读已无在途事务的部分';
comment on column feed.entry.era is '数据库纪元';
comment on column feed.entry.xid is '写入事务号';
comment on column feed.entry.seq is '序号';
comment on column feed.entry.topic is '主题 <系统>.<对象>.<过去式>';
comment on column feed.entry.key is '对象标识';
comment on column feed.entry.version is '载荷结构版本';
comment on column feed.entry.at is '发生时间';
comment on column feed.entry.payload is '载荷';

create table feed.cursor (
    consumer   text        not null,
    node       text        not null,
    era        int         not null default 0,
    xid        xid8        not null default '0',
    seq        bigint      not null default 0,
    attempts   int         not null default 0,
    retry_at   timestamptz,
    last_error text,
    moved_at   timestamptz not null default clock_timestamp(),
    primary key (consumer, node)
);
comment on table feed.cursor is '消费者读到的位置';
comment on column feed.cursor.consumer is '消费者';
comment on column feed.cursor.node is '节点名；全局消费者为 *';
comment on column feed.cursor.era is '已读纪元';
comment on column feed.cursor.xid is '已读事务号';
comment on column feed.cursor.seq is '已读序号';
comment on column feed.cursor.attempts is '下一条已失败次数';
comment on column feed.cursor.retry_at is '下次重试时间';
comment on column feed.cursor.last_error is '最近一次失败原因';
comment on column feed.cursor.moved_at is '最近移动时间';

create table feed.parked (
    id        uuid        primary key,
    consumer  text        not null,
    node      text        not null,
    era       int         not null,
    xid       xid8        not null,
    seq       bigint      not null,
    error     text        not null,
    parked_at timestamptz not null,
    unique (consumer, node, era, xid, seq)
);
comment on table feed.parked is '搁置条目：多次失败后移出，可查看、可重放';
comment on column feed.parked.id is '标识';
comment on column feed.parked.consumer is '消费者';
comment on column feed.parked.node is '节点名';
comment on column feed.parked.era is '条目纪元';
comment on column feed.parked.xid is '条目事务号';
comment on column feed.parked.seq is '条目序号';
comment on column feed.parked.error is '失败原因';
comment on column feed.parked.parked_at is '搁置时间';
