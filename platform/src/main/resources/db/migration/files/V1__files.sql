create table files.file (
    id         uuid        primary key,
    name       text        not null,
    media_type text        not null,
    size       bigint      not null check (size >= 0),
    sm3        bytea       not null check (octet_length(sm3) = 32),
    stored_by  uuid        not null,
    stored_at  timestamptz not null
);
create index file_content on files.file (sm3);
comment on table files.file is '文件：内容按 SM3 存于文件库，同一内容只存一份';
comment on column files.file.id is '标识';
comment on column files.file.name is '文件名（已清理）';
comment on column files.file.media_type is '实际类型';
comment on column files.file.size is '字节数';
comment on column files.file.sm3 is '内容摘要';
comment on column files.file.stored_by is '存入人主体标识';
comment on column files.file.stored_at is '存入时间';
