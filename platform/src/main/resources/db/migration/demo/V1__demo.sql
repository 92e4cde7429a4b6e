create table demo.loaded (
    source    text        primary key,
    title     text        not null,
    loaded_at timestamptz not null
);
comment on table demo.loaded is '已载入的演示数据';
comment on column demo.loaded.source is '来源标识';
comment on column demo.loaded.title is '内容';
comment on column demo.loaded.loaded_at is '载入完成时间';
