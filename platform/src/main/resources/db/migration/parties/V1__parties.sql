create table parties.unit (
    id         uuid primary key,
    code       text not null unique,
    short_name text not null,
    name       text not null,
    kind       text not null,
    level      smallint not null,
    area_code  text not null,
    uscc       text not null default '',
    parent_id  uuid,
    sort       int not null,
    is_demo    boolean not null default false
);
create index unit_parent on parties.unit (parent_id, sort);
comment on table parties.unit is '机构（示范区、部门、镇街、村社区）';
comment on column parties.unit.id is '机构内部标识，由机构简码推得';
comment on column parties.unit.code is '机构简码；村社区为 12 位统计用区划代码';
comment on column parties.unit.short_name is '简称';
comment on column parties.unit.name is '全称';
comment on column parties.unit.kind is '类别';
comment on column parties.unit.level is '行使层级：3 市级 5 镇街 6 村社';
comment on column parties.unit.area_code is '服务区划代码';
comment on column parties.unit.uscc is '统一社会信用代码';
comment on column parties.unit.parent_id is '上级机构';
comment on column parties.unit.sort is '排序号';
comment on column parties.unit.is_demo is '是否演示数据';

create table parties.person (
    id                  uuid primary key,
    name_sealed         bytea not null,
    name_blind          bytea not null,
    name_masked         text  not null,
    id_sealed           bytea not null,
    id_blind            bytea not null unique,
    id_masked           text  not null,
    phone_sealed        bytea,
    phone_blind         bytea,
    phone_masked        text not null default '',
    address_sealed      bytea,
    gender              text not null,
    household_area_code text not null,
    real_level          smallint not null,
    state               text not null default 'active' check (state in ('active', 'dead', 'merged')),
    version             int not null default 1,
    registered_at       timestamptz not null,
    is_demo             boolean not null default false
);
create index person_name on parties.person (name_blind);
create index person_phone on parties.person (phone_blind);
comment on table parties.person is '自然人（个人信息加密存储）';
comment on column parties.person.id is '主体标识';
comment on column parties.person.name_sealed is '姓名（密文）';
comment on column parties.person.name_blind is '姓名盲索引';
comment on column parties.person.name_masked is '脱敏姓名';
comment on column parties.person.id_sealed is '公民身份号码（密文）';
comment on column parties.person.id_blind is '公民身份号码盲索引';
comment on column parties.person.id_masked is '脱敏身份号码';
comment on column parties.person.phone_sealed is '手机号码（密文）';
comment on column parties.person.phone_blind is '手机号码盲索引';
comment on column parties.person.phone_masked is '脱敏手机号码';
comment on column parties.person.address_sealed is '住址（密文）';
comment on column parties.person.gender is '性别 GB/T 2261.1';
comment on column parties.person.household_area_code is '户籍地区划代码（不得由身份号码前六位推断）';
comment on column parties.person.real_level is '实名等级 1–4';
comment on column parties.person.state is '状态：正常、死亡、已合并';
comment on column parties.person.version is '版本号（乐观锁）';
comment on column parties.person.registered_at is '登记时间';
comment on column parties.person.is_demo is '是否演示数据';

create table parties.legal_entity (
    id                uuid primary key,
    uscc              text not null unique,
    name              text not null,
    kind              text not null,
    representative_id uuid,
    representative    text not null,
    address           text not null,
    area_code         text not null,
    registered_on     date not null,
    state             text not null default 'ACTIVE',
    version           int not null default 1,
    is_demo           boolean not null default false
);
create index legal_entity_name on parties.legal_entity (name);
comment on table parties.legal_entity is '法人（登记信息依法公示）';
comment on column parties.legal_entity.id is '主体标识';
comment on column parties.legal_entity.uscc is '统一社会信用代码';
comment on column parties.legal_entity.name is '名称';
comment on column parties.legal_entity.kind is '类型';
comment on column parties.legal_entity.representative_id is '法定代表人主体标识';
comment on column parties.legal_entity.representative is '法定代表人姓名';
comment on column parties.legal_entity.address is '住所';
comment on column parties.legal_entity.area_code is '所在区划代码';
comment on column parties.legal_entity.registered_on is '成立日期';
comment on column parties.legal_entity.state is '登记状态';
comment on column parties.legal_entity.version is '版本号（乐观锁）';
comment on column parties.legal_entity.is_demo is '是否演示数据';

create table parties.post (
    id            uuid primary key,
    person_id     uuid not null,
    official_name text not null,
    unit_id       uuid not null,
    title         text not null,
    roles         text[] not null,
    valid_from    date not null,
    valid_to      date,
    is_demo       boolean not null default false
);
create index post_person on parties.post (person_id);
create index post_unit on parties.post (unit_id);
comment on table parties.post is '公务人员岗位';
comment on column parties.post.id is '岗位标识';
comment on column parties.post.person_id is '人员主体标识';
comment on column parties.post.official_name is '公务姓名（依职务公开）';
comment on column parties.post.unit_id is '所在机构';
comment on column parties.post.title is '职务';
comment on column parties.post.roles is '角色';
comment on column parties.post.valid_from is '任职起始日';
comment on column parties.post.valid_to is '任职终止日，空为在任';
comment on column parties.post.is_demo is '是否演示数据';

create table parties.representation (
    id           uuid primary key,
    principal_id uuid not null,
    enterprise   boolean not null,
    agent_id     uuid not null,
    relation     text not null,
    valid_from   date not null,
    valid_to     date,
    revoked_at   timestamptz,
    items        text[] not null default '{}',
    level        smallint not null default 1,
    is_demo      boolean not null default false
);
create index representation_agent on parties.representation (agent_id);
create index representation_principal on parties.representation (principal_id);
comment on table parties.representation is '代理关系（经办人、监护人、受托人）；法定代表人以法人登记为准，不在此表';
comment on column parties.representation.id is '关系标识';
comment on column parties.representation.principal_id is '被代理主体';
comment on column parties.representation.enterprise is '被代理主体是否法人';
comment on column parties.representation.agent_id is '代理人';
comment on column parties.representation.relation is '关系种类';
comment on column parties.representation.valid_from is '生效日';
comment on column parties.representation.valid_to is '终止日（当日仍有效）';
comment on column parties.representation.revoked_at is '撤销时间';
comment on column parties.representation.items is '可代办事项的实施编码，空为全部事项';
comment on column parties.representation.level is '代理人应达到的实名等级';
comment on column parties.representation.is_demo is '是否演示数据';

create index unit_name on parties.unit using gin (records.grams(name));
create index legal_entity_grams on parties.legal_entity using gin (records.grams(name));
create index legal_entity_registered on parties.legal_entity (registered_on, id);
create index person_registered on parties.person (registered_at, id);
create index legal_entity_representative on parties.legal_entity (representative_id) where representative_id is not null;
