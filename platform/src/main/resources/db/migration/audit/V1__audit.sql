create table audit.lane (
    lane    int primary key check (lane between 0 and 1023),
    last_no bigint not null default 0
) with (fillfactor = 10);
insert into audit.lane (lane) select generate_series(0, 1023);
comment on table audit.lane is '审计通道：每个事务只占一条通道，其编号随事务回滚，故已提交编号连续无缺';
comment on column audit.lane.lane is '通道号（数据库进程号对 1024 取余）';
comment on column audit.lane.last_no is '该通道最后一个编号';

create table audit.event (
    lane           int         not null,
    lane_no        bigint      not null,
    era            int         not null,
    xid            xid8        not null,
    at             timestamptz not null,
    actor_id       uuid        not null,
    actor_name     text        not null,
    acting_as      text        not null,
    principal_id   uuid        not null,
    principal_name text        not null,
    unit_id        uuid,
    unit_name      text,
    action         text        not null,
    subject_type   text        not null,
    subject_id     text        not null,
    summary        text        not null,
    detail         json        not null,
    mac            bytea       not null,
    primary key (lane, lane_no)
);
create unique index event_order on audit.event (era, xid, lane_no);
create index event_subject on audit.event (subject_type, subject_id, at desc, lane desc, lane_no desc);
create index event_kept on audit.event (subject_type, subject_id) where subject_type like 'kept:%';
create index event_actor on audit.event (actor_id, at desc, lane desc, lane_no desc);
create index event_at on audit.event (at desc, lane desc, lane_no desc);
comment on table audit.event is '审计事件，只增不改；在业务事务内写入，不分区：事件永不删除，且校验须按全局次序通读';
comment on column audit.event.lane is '通道号';
comment on column audit.event.lane_no is '通道内连续编号';
comment on column audit.event.era is '数据库纪元（迁入新的数据库实例后加一）';
comment on column audit.event.xid is '写入事务号，与编号一起决定入链次序';
comment on column audit.event.at is '发生时间';
comment on column audit.event.actor_id is '行为人主体标识';
comment on column audit.event.actor_name is '行为人姓名';
comment on column audit.event.acting_as is '办理身份';
comment on column audit.event.principal_id is '被代表的主体标识';
comment on column audit.event.principal_name is '被代表的主体名称';
comment on column audit.event.unit_id is '行为人所在机构标识';
comment on column audit.event.unit_name is '行为人所在机构名称';
comment on column audit.event.action is '动作';
comment on column audit.event.subject_type is '对象类型';
comment on column audit.event.subject_id is '对象标识';
comment on column audit.event.summary is '一句话说明';
comment on column audit.event.detail is '细节（原样保存的 JSON；jsonb 会改写数字，不能逐字校验）';
comment on column audit.event.mac is '规范形式的 HMAC-SM3，未入链时即可发现篡改';

create table audit.link (
    position bigint primary key,
    era      int    not null,
    xid      xid8   not null,
    lane     int    not null,
    lane_no  bigint not null,
    hash     bytea  not null
);
create unique index link_event on audit.link (lane, lane_no);
comment on table audit.link is '哈希链：hash = SM3(前一 hash ‖ 事件规范形式)';
comment on column audit.link.position is '链上位置，自 1 连续';
comment on column audit.link.era is '事件的数据库纪元';
comment on column audit.link.xid is '事件的事务号';
comment on column audit.link.lane is '事件的通道号';
comment on column audit.link.lane_no is '事件的通道内编号';
comment on column audit.link.hash is 'SM3 链值';

create table audit.signer (
    id          int generated always as identity primary key,
    certificate bytea not null unique
);
comment on table audit.signer is '检查点签名证书';
comment on column audit.signer.id is '序号';
comment on column audit.signer.certificate is '证书（DER）';

create table audit.checkpoint (
    last_position  bigint      primary key,
    first_position bigint      not null,
    hash           bytea       not null,
    sealed_at      timestamptz not null,
    signer         int         not null references audit.signer,
    signature      bytea       not null
);
comment on table audit.checkpoint is '检查点：对一段哈希链的末值签名';
comment on column audit.checkpoint.last_position is '末位置';
comment on column audit.checkpoint.first_position is '首位置';
comment on column audit.checkpoint.hash is '末位置的链值';
comment on column audit.checkpoint.sealed_at is '封存时间';
comment on column audit.checkpoint.signer is '签名证书';
comment on column audit.checkpoint.signature is 'SM2 签名（DER）';

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '审计数据只增不改：% 被拒绝', tg_op using errcode = '23001';
end $$;
create trigger event_insert_only before update or delete or truncate on audit.event
    for each statement execute function audit.refuse_change();
create trigger link_insert_only before update or delete or truncate on audit.link
    for each statement execute function audit.refuse_change();
create trigger checkpoint_insert_only before update or delete or truncate on audit.checkpoint
    for each statement execute function audit.refuse_change();
create trigger lane_kept before delete or truncate on audit.lane
    for each statement execute function audit.refuse_change();

create function audit.row_form(kept anyelement) returns text language sql stable set timezone = 'UTC' as
$$ select to_jsonb(kept)::text $$;
comment on function audit.row_form is '一行记录的固定文本形式，用于计算封存行的杂凑值';
