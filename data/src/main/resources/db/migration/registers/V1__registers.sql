create table registers.subject (
    id               uuid primary key,
    kind             text not null check (kind in ('PERSON', 'LEGAL')),
    merged_into      uuid,
    created_at       timestamptz not null,
    is_demo          boolean not null default false
);
comment on table registers.subject is '主体：人和法人的内部标识，永不改变';
comment on column registers.subject.id is '主体标识';
comment on column registers.subject.kind is '种类：PERSON 自然人，LEGAL 法人';
comment on column registers.subject.merged_into is '已并入的主体；空为独立主体';
comment on column registers.subject.created_at is '建立时间';
comment on column registers.subject.is_demo is '是否演示数据';

create index subject_merged on registers.subject (merged_into) where merged_into is not null;

create table registers.identifier (
    kind             text not null,
    blind            bytea not null,
    subject_id       uuid not null,
    masked           text not null,
    valid_from       date not null,
    valid_to         date,
    primary key (kind, blind, subject_id)
);
comment on table registers.identifier is '主体用过的全部证件号码和代码，换证后旧号仍指向同一主体';
comment on column registers.identifier.kind is '种类：ID 公民身份号码，USCC 统一社会信用代码，REGNO 原工商注册号，KEY 加工流程主键';
comment on column registers.identifier.blind is '号码盲索引';
comment on column registers.identifier.subject_id is '主体标识';
comment on column registers.identifier.masked is '脱敏号码';
comment on column registers.identifier.valid_from is '启用日期';
comment on column registers.identifier.valid_to is '停用日期（当日已停用），空为在用';

create unique index identifier_in_use on registers.identifier (kind, blind) where valid_to is null;
create index identifier_subject on registers.identifier (subject_id);

create table registers.person_version (
    subject_id       uuid not null,
    version          int not null,
    valid_from       date not null,
    valid_to         date,
    name_sealed      bytea,
    name_blind       bytea,
    name_masked      text not null default '',
    id_sealed        bytea,
    id_blind         bytea,
    id_masked        text not null default '',
    birth_sealed     bytea,
    phone_sealed     bytea,
    phone_blind      bytea,
    address_sealed   bytea,
    addr_id          uuid,
    gender           text not null default '',
    area_code        text not null default '',
    marital          text not null default '',
    died_on          date,
    sources          jsonb not null default '{}',
    conflicts        text[] not null default '{}',
    records          int not null default 1,
    facts_blind      bytea not null,
    reason           text not null,
    recorded_at      timestamptz not null,
    recorded_by      text not null,
    is_demo          boolean not null default false,
    primary key (subject_id, version)
);
comment on table registers.person_version is '自然人的各个版本（拉链），个人信息加密';
comment on column registers.person_version.subject_id is '主体标识';
comment on column registers.person_version.version is '版本';
comment on column registers.person_version.valid_from is '有效起始日';
comment on column registers.person_version.valid_to is '有效终止日（当日已失效），空为现行';
comment on column registers.person_version.name_sealed is '姓名（密文）';
comment on column registers.person_version.name_blind is '姓名盲索引';
comment on column registers.person_version.name_masked is '脱敏姓名';
comment on column registers.person_version.id_sealed is '公民身份号码（密文）';
comment on column registers.person_version.id_blind is '公民身份号码盲索引';
comment on column registers.person_version.id_masked is '脱敏公民身份号码';
comment on column registers.person_version.birth_sealed is '出生日期（密文）';
comment on column registers.person_version.phone_sealed is '手机号码（密文）';
comment on column registers.person_version.phone_blind is '手机号码盲索引';
comment on column registers.person_version.address_sealed is '居住地址（密文）';
comment on column registers.person_version.addr_id is '标准地址标识';
comment on column registers.person_version.gender is '性别 GB/T 2261.1';
comment on column registers.person_version.area_code is '居住区划代码';
comment on column registers.person_version.marital is '婚姻状况 GB/T 2261.2';
comment on column registers.person_version.died_on is '死亡日期';
comment on column registers.person_version.sources is '每一项取自哪个数源';
comment on column registers.person_version.conflicts is '数源不一致的各项';
comment on column registers.person_version.records is '来源记录数';
comment on column registers.person_version.facts_blind is '全部内容的带密钥摘要，用于发现变化';
comment on column registers.person_version.reason is '变更原因';
comment on column registers.person_version.recorded_at is '记录时间';
comment on column registers.person_version.recorded_by is '记录人';
comment on column registers.person_version.is_demo is '是否演示数据';

create index person_current_name on registers.person_version (name_blind) where valid_to is null;
create index person_current_id on registers.person_version (id_blind) where valid_to is null;
create index person_current_phone on registers.person_version (phone_blind) where valid_to is null;
create index person_current_recorded on registers.person_version (recorded_at, subject_id) where valid_to is null;
create index person_current_addr on registers.person_version (addr_id) where valid_to is null and addr_id is not null;

create index person_current_area on registers.person_version (area_code text_pattern_ops) where valid_to is null;

create view registers.person_list as
select p.subject_id as id, p.*
  from registers.person_version p join registers.subject s on s.id = p.subject_id
 where p.valid_to is null and s.merged_into is null;
comment on view registers.person_list is '自然人的现行版本，不含已并入他人的主体';

create table registers.legal_version (
    subject_id       uuid not null,
    version          int not null,
    valid_from       date not null,
    valid_to         date,
    uscc             text not null,
    name             text not null,
    kind             text not null,
    representative_id uuid,
    representative   text not null,
    founded_on       date,
    capital          bigint,
    industry         text not null default '',
    scope            text not null default '',
    address          text not null default '',
    addr_id          uuid,
    area_code        text not null default '',
    status           text not null,
    sources          jsonb not null default '{}',
    conflicts        text[] not null default '{}',
    records          int not null default 1,
    reason           text not null,
    recorded_at      timestamptz not null,
    recorded_by      text not null,
    is_demo          boolean not null default false,
    primary key (subject_id, version)
);
comment on table registers.legal_version is '法人的各个版本（拉链），登记信息依法公示';
comment on column registers.legal_version.subject_id is '主体标识';
comment on column registers.legal_version.version is '版本';
comment on column registers.legal_version.valid_from is '有效起始日';
comment on column registers.legal_version.valid_to is '有效终止日（当日已失效），空为现行';
comment on column registers.legal_version.uscc is '统一社会信用代码';
comment on column registers.legal_version.name is '名称';
comment on column registers.legal_version.kind is '类型';
comment on column registers.legal_version.representative_id is '法定代表人主体标识';
comment on column registers.legal_version.representative is '法定代表人';
comment on column registers.legal_version.founded_on is '成立日期';
comment on column registers.legal_version.capital is '注册资本，分';
comment on column registers.legal_version.industry is '行业代码 GB/T 4754';
comment on column registers.legal_version.scope is '经营范围';
comment on column registers.legal_version.address is '住所';
comment on column registers.legal_version.addr_id is '标准地址标识';
comment on column registers.legal_version.area_code is '所在区划代码';
comment on column registers.legal_version.status is '登记状态';
comment on column registers.legal_version.sources is '每一项取自哪个数源';
comment on column registers.legal_version.conflicts is '数源不一致的各项';
comment on column registers.legal_version.records is '来源记录数';
comment on column registers.legal_version.reason is '变更原因';
comment on column registers.legal_version.recorded_at is '记录时间';
comment on column registers.legal_version.recorded_by is '记录人';
comment on column registers.legal_version.is_demo is '是否演示数据';

create index legal_current_uscc on registers.legal_version (uscc) where valid_to is null;
create index legal_current_name on registers.legal_version using gin (records.grams(name)) where valid_to is null;
create index legal_current_representative on registers.legal_version (representative_id) where valid_to is null and representative_id is not null;
create index legal_current_recorded on registers.legal_version (recorded_at, subject_id) where valid_to is null;
create index legal_current_addr on registers.legal_version (addr_id) where valid_to is null and addr_id is not null;

create index legal_current_area on registers.legal_version (area_code text_pattern_ops) where valid_to is null;

create view registers.legal_list as
select l.subject_id as id, l.*
  from registers.legal_version l join registers.subject s on s.id = l.subject_id
 where l.valid_to is null and s.merged_into is null;
comment on view registers.legal_list is '法人的现行版本，不含已并入其他主体的';

create table registers.mapping (
    id               uuid primary key,
    kind             text not null check (kind in ('MERGE', 'SPLIT')),
    kept             uuid not null,
    other            uuid not null,
    reason           text not null,
    done_at          timestamptz not null,
    done_by          text not null,
    undone_at        timestamptz,
    undone_by        text,
    undo_reason      text
);
comment on table registers.mapping is '主体合并与拆分的对照，历史关系不改写';
comment on column registers.mapping.id is '对照标识';
comment on column registers.mapping.kind is '种类：MERGE 合并，SPLIT 拆分';
comment on column registers.mapping.kept is '保留的主体';
comment on column registers.mapping.other is '并入或者拆出的主体';
comment on column registers.mapping.reason is '理由';
comment on column registers.mapping.done_at is '时间';
comment on column registers.mapping.done_by is '经办人';
comment on column registers.mapping.undone_at is '撤销时间';
comment on column registers.mapping.undone_by is '撤销人';
comment on column registers.mapping.undo_reason is '撤销理由';

create index mapping_kept on registers.mapping (kept);
create index mapping_other on registers.mapping (other);

create table registers.proposal (
    id               uuid primary key,
    kind             text not null check (kind in ('MERGE', 'SPLIT')),
    subject_kind     text not null,
    kept             uuid not null,
    other            uuid,
    kept_label       text not null,
    other_label      text not null,
    detail_sealed    bytea,
    reason           text not null,
    state            text not null check (state in ('OPEN', 'APPROVED', 'REFUSED')),
    proposed_at      timestamptz not null,
    proposed_by      uuid not null,
    proposed_name    text not null,
    unit_id          uuid,
    decided_at       timestamptz,
    decided_name     text,
    note             text,
    outcome          uuid
);
comment on table registers.proposal is '合并和拆分申请，提出和审定由两人办理';
comment on column registers.proposal.id is '申请标识';
comment on column registers.proposal.kind is '种类：MERGE 合并，SPLIT 拆分';
comment on column registers.proposal.subject_kind is '主体种类：PERSON 自然人，LEGAL 法人';
comment on column registers.proposal.kept is '保留的主体，或者要拆分的主体';
comment on column registers.proposal.other is '要并入的主体';
comment on column registers.proposal.kept_label is '保留的主体，脱敏';
comment on column registers.proposal.other_label is '并入或者拆出的主体，脱敏';
comment on column registers.proposal.detail_sealed is '拆出的号码和内容（密文）';
comment on column registers.proposal.reason is '理由';
comment on column registers.proposal.state is '状态：OPEN 待审定，APPROVED 已同意，REFUSED 不同意';
comment on column registers.proposal.proposed_at is '提出时间';
comment on column registers.proposal.proposed_by is '提出人标识';
comment on column registers.proposal.proposed_name is '提出人';
comment on column registers.proposal.unit_id is '提出单位';
comment on column registers.proposal.decided_at is '审定时间';
comment on column registers.proposal.decided_name is '审定人';
comment on column registers.proposal.note is '审定意见';
comment on column registers.proposal.outcome is '合并对照标识，或者拆出的主体标识';

create index proposal_proposed on registers.proposal (proposed_at, id);
create index proposal_kept on registers.proposal (kept);
create index proposal_other on registers.proposal (other);

create table registers.licence_version (
    licence_id       uuid not null,
    version          int not null,
    valid_from       date not null,
    valid_to         date,
    identifier       text not null,
    number           text not null,
    type_code        text not null,
    type_name        text not null,
    holder_id        uuid not null,
    holder_shown     text not null,
    holder_kind      text not null check (holder_kind in ('PERSON', 'LEGAL')),
    unit_id          uuid not null,
    unit_name        text not null,
    issued_on        date not null,
    starts_on        date not null,
    ends_on          date not null,
    state            text not null,
    topic            text not null,
    entry            bigint not null,
    recorded_at      timestamptz not null,
    primary key (licence_id, version)
);
comment on table registers.licence_version is '电子证照的各个版本（拉链），随统一电子证照系统的变更流更新';
comment on column registers.licence_version.licence_id is '证照标识';
comment on column registers.licence_version.version is '版本';
comment on column registers.licence_version.valid_from is '有效起始日';
comment on column registers.licence_version.valid_to is '有效终止日（当日已失效），空为现行';
comment on column registers.licence_version.identifier is '证照标识码（GB/T 36904）';
comment on column registers.licence_version.number is '证照编号';
comment on column registers.licence_version.type_code is '证照类型代码';
comment on column registers.licence_version.type_name is '证照类型';
comment on column registers.licence_version.holder_id is '持证主体标识';
comment on column registers.licence_version.holder_shown is '持证主体，自然人脱敏';
comment on column registers.licence_version.holder_kind is '持证主体种类：PERSON 自然人，LEGAL 法人';
comment on column registers.licence_version.unit_id is '颁发机构标识';
comment on column registers.licence_version.unit_name is '颁发机构';
comment on column registers.licence_version.issued_on is '颁发日期';
comment on column registers.licence_version.starts_on is '证照有效期起';
comment on column registers.licence_version.ends_on is '证照有效期止';
comment on column registers.licence_version.state is '登记状态';
comment on column registers.licence_version.topic is '由哪种变更得知';
comment on column registers.licence_version.entry is '变更流序号';
comment on column registers.licence_version.recorded_at is '记录时间';

create unique index licence_current on registers.licence_version (licence_id) where valid_to is null;
create index licence_current_issued on registers.licence_version (issued_on, licence_id) where valid_to is null;
create index licence_current_number on registers.licence_version (number) where valid_to is null;
create index licence_current_holder on registers.licence_version (holder_id, issued_on) where valid_to is null;
create index licence_current_unit on registers.licence_version (unit_id, issued_on) where valid_to is null;

create view registers.licence_list as
select l.licence_id as id, l.* from registers.licence_version l where l.valid_to is null;
comment on view registers.licence_list is '电子证照的现行版本';

create table registers.relation (
    id               uuid primary key,
    from_id          uuid not null,
    to_id            uuid not null,
    kind             text not null,
    share            numeric(7,4),
    valid_from       date not null,
    valid_to         date,
    source           text not null,
    is_demo          boolean not null default false
);
comment on table registers.relation is '主体之间登记的关系；法定代表人以法人版本为准，不在此表';
comment on column registers.relation.id is '关系标识';
comment on column registers.relation.from_id is '关系一方';
comment on column registers.relation.to_id is '关系另一方';
comment on column registers.relation.kind is '关系种类';
comment on column registers.relation.share is '出资比例，百分数';
comment on column registers.relation.valid_from is '起始日';
comment on column registers.relation.valid_to is '终止日，空为现行';
comment on column registers.relation.source is '数源';
comment on column registers.relation.is_demo is '是否演示数据';

create index relation_from on registers.relation (from_id);
create index relation_to on registers.relation (to_id);

create table registers.address (
    id               uuid primary key,
    standard         text not null,
    area_code        text not null default '',
    town             text not null default '',
    village          text not null default '',
    road             text not null default '',
    sound            text not null default '',
    door             text not null default '',
    building         text not null default '',
    unit             text not null default '',
    room             text not null default '',
    created_at       timestamptz not null,
    is_demo          boolean not null default false
);
comment on table registers.address is '标准地址（GB/T 23705）';
comment on column registers.address.id is '标准地址标识';
comment on column registers.address.standard is '标准写法';
comment on column registers.address.area_code is '区划代码';
comment on column registers.address.town is '乡镇街道';
comment on column registers.address.village is '村社区';
comment on column registers.address.road is '街路巷或者小区';
comment on column registers.address.sound is '街路巷读音';
comment on column registers.address.door is '门牌号';
comment on column registers.address.building is '楼栋';
comment on column registers.address.unit is '单元';
comment on column registers.address.room is '户室';
comment on column registers.address.created_at is '登记时间';
comment on column registers.address.is_demo is '是否演示数据';

create index address_door on registers.address (door, road);
create index address_village on registers.address (village, door);
create index address_area on registers.address (area_code text_pattern_ops);
create index address_created on registers.address (created_at, id);
create index address_grams on registers.address using gin (records.grams(standard));

create table registers.entitlement (
    id               uuid primary key,
    person_id        uuid not null,
    kind             text not null,
    unit_id          uuid not null,
    since            date not null,
    until            date,
    monthly          bigint not null default 0,
    is_demo          boolean not null default false
);
comment on table registers.entitlement is '在享待遇：谁在哪个单位领什么';
comment on column registers.entitlement.id is '待遇标识';
comment on column registers.entitlement.person_id is '主体标识';
comment on column registers.entitlement.kind is '待遇种类';
comment on column registers.entitlement.unit_id is '发放单位';
comment on column registers.entitlement.since is '起始日';
comment on column registers.entitlement.until is '终止日，空为在享';
comment on column registers.entitlement.monthly is '每月金额，分';
comment on column registers.entitlement.is_demo is '是否演示数据';

create unique index entitlement_open on registers.entitlement (person_id, kind, unit_id) where until is null;

create table registers.stop_entry (
    id               uuid primary key,
    person_id        uuid not null,
    entitlement_id   uuid not null unique,
    unit_id          uuid not null,
    kind             text not null,
    monthly          bigint not null,
    name_masked      text not null,
    id_masked        text not null,
    died_on          date not null,
    stop_from        date not null,
    state            text not null check (state in ('OPEN', 'STOPPED', 'KEPT')),
    listed_at        timestamptz not null,
    decided_at       timestamptz,
    decided_by       text,
    note             text,
    is_demo          boolean not null default false
);
comment on table registers.stop_entry is '应停清单：死亡后应当停发的待遇，由发放单位处理';
comment on column registers.stop_entry.id is '清单项标识';
comment on column registers.stop_entry.person_id is '主体标识';
comment on column registers.stop_entry.entitlement_id is '待遇标识';
comment on column registers.stop_entry.unit_id is '发放单位';
comment on column registers.stop_entry.kind is '待遇种类';
comment on column registers.stop_entry.monthly is '每月金额，分';
comment on column registers.stop_entry.name_masked is '脱敏姓名';
comment on column registers.stop_entry.id_masked is '脱敏公民身份号码';
comment on column registers.stop_entry.died_on is '死亡日期';
comment on column registers.stop_entry.stop_from is '应停起始日';
comment on column registers.stop_entry.state is '状态：OPEN 待处理，STOPPED 已停发，KEPT 核实后不停';
comment on column registers.stop_entry.listed_at is '列入时间';
comment on column registers.stop_entry.decided_at is '处理时间';
comment on column registers.stop_entry.decided_by is '处理人';
comment on column registers.stop_entry.note is '处理说明';
comment on column registers.stop_entry.is_demo is '是否演示数据';

create index stop_unit on registers.stop_entry (unit_id, state, listed_at);
create index stop_listed on registers.stop_entry (listed_at, id);
create index stop_person on registers.stop_entry (person_id);

create table registers.subscription (
    id               uuid primary key,
    unit_id          uuid not null,
    topic            text not null,
    purpose          text not null,
    since            timestamptz not null,
    ended_at         timestamptz,
    subscribed_by    text not null
);
comment on table registers.subscription is '基础库变更的订阅';
comment on column registers.subscription.id is '订阅标识';
comment on column registers.subscription.unit_id is '订阅单位';
comment on column registers.subscription.topic is '变更种类';
comment on column registers.subscription.purpose is '用途';
comment on column registers.subscription.since is '订阅时间';
comment on column registers.subscription.ended_at is '退订时间';
comment on column registers.subscription.subscribed_by is '经办人';

create unique index subscription_open on registers.subscription (unit_id, topic) where ended_at is null;

create table registers.delivery (
    number           bigint generated always as identity primary key,
    unit_id          uuid not null,
    topic            text not null,
    subject_id       uuid not null,
    happened_on      date not null,
    entry            bigint not null,
    delivered_at     timestamptz not null
);
comment on table registers.delivery is '送达订阅单位的变更';
comment on column registers.delivery.number is '序号，订阅单位据此接着取';
comment on column registers.delivery.unit_id is '订阅单位';
comment on column registers.delivery.topic is '变更种类';
comment on column registers.delivery.subject_id is '主体标识';
comment on column registers.delivery.happened_on is '发生日期';
comment on column registers.delivery.entry is '变更流序号';
comment on column registers.delivery.delivered_at is '送达时间';

create unique index delivery_once on registers.delivery (unit_id, entry, subject_id);
create index delivery_unit on registers.delivery (unit_id, number);

create table registers.run (
    id               uuid primary key,
    pipeline         text not null,
    state            text not null,
    started_at       timestamptz not null,
    ended_at         timestamptz,
    rows             bigint,
    things           bigint,
    linked           bigint,
    alone            bigint,
    outcome          jsonb,
    added            bigint,
    changed          bigint,
    ended            bigint,
    sources          jsonb,
    snapshot         bigint,
    members          bigint,
    error            text,
    started_by       text not null
);
comment on table registers.run is '加工流程的各次运行';
comment on column registers.run.id is '运行标识';
comment on column registers.run.pipeline is '加工流程';
comment on column registers.run.state is '状态：RUNNING 运行中，DONE 完成，FAILED 失败';
comment on column registers.run.started_at is '开始时间';
comment on column registers.run.ended_at is '结束时间';
comment on column registers.run.rows is '来源行数';
comment on column registers.run.things is '主体数';
comment on column registers.run.linked is '无有效证号而找到主体的行数';
comment on column registers.run.alone is '无有效证号而独立成户的行数';
comment on column registers.run.outcome is '各数源行数与每条规则不合格行数';
comment on column registers.run.added is '新增主体数';
comment on column registers.run.changed is '有新版本的主体数';
comment on column registers.run.ended is '其中身故或者注销的';
comment on column registers.run.sources is '读取的各数源数据集版本';
comment on column registers.run.snapshot is '数据集版本';
comment on column registers.run.members is '归并对照数据集版本';
comment on column registers.run.error is '失败原因';
comment on column registers.run.started_by is '发起人';

create index run_started on registers.run (pipeline, started_at);
