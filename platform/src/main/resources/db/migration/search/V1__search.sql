create table search.query_log (
    id         uuid primary key,
    asked_at   timestamptz not null,
    text       text        not null,
    kinds      text[]      not null,
    hits       bigint      not null,
    clicked_at timestamptz,
    clicked_kind     text,
    clicked_id       text,
    clicked_position integer check (clicked_position > 0)
);
create index query_log_asked_at on search.query_log (asked_at, id);
comment on table search.query_log is '搜索日志：用于计算 MRR 和发现知识缺口，不记录搜索人';
comment on column search.query_log.id is '搜索编号（UUIDv7）';
comment on column search.query_log.asked_at is '搜索时间';
comment on column search.query_log.text is '搜索词；其中 8 位以上的数字已遮盖';
comment on column search.query_log.kinds is '限定的类别，空数组为全部';
comment on column search.query_log.hits is '命中总数';
comment on column search.query_log.clicked_at is '首次点击时间';
comment on column search.query_log.clicked_kind is '首次点击结果的类别';
comment on column search.query_log.clicked_id is '首次点击结果的标识';
comment on column search.query_log.clicked_position is '首次点击结果的位次，从 1 起';

create table search.generation (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into search.generation (number) values (0);
comment on table search.generation is '索引世代：数字增大时每个节点重建本机索引';
comment on column search.generation.only_row is '只有一行';
comment on column search.generation.number is '世代号';
