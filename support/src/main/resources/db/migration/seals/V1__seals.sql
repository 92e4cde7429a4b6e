create sequence seals.code;

create table seals.seal (
    id         uuid primary key,
    code       text not null unique,
    unit_id    uuid not null,
    kind       text not null,
    name       text not null,
    blob       bytea not null,
    key_name   text not null,
    state      text not null check (state in ('ACTIVE', 'SUSPENDED', 'REVOKED')),
    valid_from date not null,
    valid_to   date not null,
    made_at    timestamptz not null,
    changed_at timestamptz not null,
    version    int not null default 1,
    is_demo    boolean not null default false
);
create unique index seal_active on seals.seal (unit_id, kind) where state = 'ACTIVE';
create index seal_made on seals.seal (made_at desc, id);
comment on table seals.seal is '电子印章（GB/T 38540）';
comment on column seals.seal.id is '内部标识';
comment on column seals.seal.code is '印章编码（区划 6 位 + 顺序 8 位）';
comment on column seals.seal.unit_id is '所属机构';
comment on column seals.seal.kind is '印章类型';
comment on column seals.seal.name is '印章名称';
comment on column seals.seal.blob is '印章数据（DER，含制章人签名）';
comment on column seals.seal.key_name is '签章密钥名';
comment on column seals.seal.state is '状态：启用、停用、注销';
comment on column seals.seal.valid_from is '有效期起';
comment on column seals.seal.valid_to is '有效期止';
comment on column seals.seal.made_at is '制章时间';
comment on column seals.seal.changed_at is '状态变更时间';
comment on column seals.seal.version is '版本号';
comment on column seals.seal.is_demo is '是否演示数据';

create table seals.use (
    id         uuid primary key,
    seal_id    uuid not null,
    unit_id    uuid not null,
    case_id    uuid not null,
    document   text not null,
    signer_id  uuid not null,
    signer     text not null,
    used_at    timestamptz not null,
    ofd_sm3    text not null
);
create index use_seal on seals.use (seal_id, used_at desc);
create index use_unit on seals.use (unit_id, used_at desc, id);
create index use_case on seals.use (case_id);
comment on table seals.use is '用印记录';
comment on column seals.use.id is '记录标识';
comment on column seals.use.seal_id is '印章';
comment on column seals.use.unit_id is '用印机构';
comment on column seals.use.case_id is '用印事由所属办件';
comment on column seals.use.document is '文书名称';
comment on column seals.use.signer_id is '用印人';
comment on column seals.use.signer is '用印人姓名';
comment on column seals.use.used_at is '用印时间';
comment on column seals.use.ofd_sm3 is '签章后文件摘要';

create index use_used on seals.use (used_at desc, id);
