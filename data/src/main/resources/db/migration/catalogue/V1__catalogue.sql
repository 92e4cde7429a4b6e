create table catalogue.class (
    code               text primary key,
    parent             text references catalogue.class (code),
    level              int not null,
    name               text not null,
    unit_code          text
);
comment on table catalogue.class is '信息资源分类（类、项、目、细目）';
comment on column catalogue.class.code is '分类代码：类 1 位、项 2 位、目 3 位、细目不定长';
comment on column catalogue.class.parent is '上级分类';
comment on column catalogue.class.level is '层级：1 类，2 项，3 目，4 细目';
comment on column catalogue.class.name is '分类名称';
comment on column catalogue.class.unit_code is '部门信息资源的目所对应的单位';

create table catalogue.series (
    class_code         text primary key references catalogue.class (code),
    last               bigint not null
);
comment on table catalogue.series is '资源顺序码：同一分类下自增，永不复用';
comment on column catalogue.series.class_code is '分类代码';
comment on column catalogue.series.last is '已用的最后一个顺序码';

create table catalogue.resource (
    id                 uuid primary key,
    code               text not null unique,
    class_code         text not null references catalogue.class (code),
    class_root         text not null,
    name               text not null,
    unit_id            uuid not null,
    unit_code          text not null,
    unit_name          text not null,
    provider_uscc      text not null,
    area_code          text not null,
    summary            text not null,
    format             text,
    sharing            text,
    sharing_condition  text not null,
    basis_kind         text,
    refusal_basis      text not null,
    sharing_mode       text,
    open               text,
    open_condition     text not null,
    cycle              text,
    items              int not null,
    related            text not null,
    filled             int not null,
    complete           boolean not null,
    missing            text not null,
    state              text not null,
    version            int not null,
    published_on       date,
    dataset            text,
    mounting           text not null,
    last_batch_at      timestamptz,
    light              text not null,
    light_at           timestamptz,
    origin             text not null,
    origin_batch       text not null,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    is_demo            boolean not null,
    living             boolean generated always as (state not in ('cancelled', 'discarded')) stored,
    due_mounting       boolean generated always as (version > 0 and state not in ('suspended', 'cancelled', 'discarded') and sharing is distinct from 'NONE') stored
);
create unique index resource_name on catalogue.resource (unit_id, name) where state not in ('cancelled', 'discarded');
create index resource_unit on catalogue.resource (unit_id, state);
create index resource_dataset on catalogue.resource (dataset) where dataset is not null;
create index resource_batch on catalogue.resource (origin_batch);
comment on table catalogue.resource is '政务信息资源：当前情形（已发布的为发布版，未发布的为编制稿）';
comment on column catalogue.resource.id is '资源标识，与其办理相同';
comment on column catalogue.resource.code is '信息资源代码';
comment on column catalogue.resource.class_code is '信息资源分类';
comment on column catalogue.resource.class_root is '类：1 基础，2 主题，3 部门';
comment on column catalogue.resource.name is '信息资源名称';
comment on column catalogue.resource.unit_id is '信息资源提供方';
comment on column catalogue.resource.unit_code is '提供方单位代号';
comment on column catalogue.resource.unit_name is '提供方名称';
comment on column catalogue.resource.provider_uscc is '提供方代码（统一社会信用代码）';
comment on column catalogue.resource.area_code is '提供方所在区划';
comment on column catalogue.resource.summary is '信息资源摘要';
comment on column catalogue.resource.format is '信息资源格式';
comment on column catalogue.resource.sharing is '共享类型：UNCONDITIONAL 无条件，CONDITIONAL 有条件，NONE 不予';
comment on column catalogue.resource.sharing_condition is '共享条件';
comment on column catalogue.resource.basis_kind is '不予共享依据的类别';
comment on column catalogue.resource.refusal_basis is '不予共享依据';
comment on column catalogue.resource.sharing_mode is '共享方式';
comment on column catalogue.resource.open is '开放属性';
comment on column catalogue.resource.open_condition is '开放条件';
comment on column catalogue.resource.cycle is '更新周期';
comment on column catalogue.resource.items is '信息项个数';
comment on column catalogue.resource.related is '关联资源代码';
comment on column catalogue.resource.filled is '已填的核心元数据个数，满 13';
comment on column catalogue.resource.complete is '核心元数据是否完整';
comment on column catalogue.resource.missing is '缺少的核心元数据';
comment on column catalogue.resource.state is '状态';
comment on column catalogue.resource.version is '发布版本，未发布为 0';
comment on column catalogue.resource.published_on is '发布日期';
comment on column catalogue.resource.dataset is '挂接的数据集';
comment on column catalogue.resource.mounting is '挂接情况：NONE 未挂接，FITS 一致，DIFFERS 不一致';
comment on column catalogue.resource.last_batch_at is '最近一批数据的时间';
comment on column catalogue.resource.light is '更新灯：NONE 不巡检，GREEN 正常，YELLOW 黄，RED 红';
comment on column catalogue.resource.light_at is '亮灯时间';
comment on column catalogue.resource.origin is '来源：COMPILED 编制，SHEET 表格导入，SCHEMA 读取库表，CENSUS 普查';
comment on column catalogue.resource.origin_batch is '来源批次';
comment on column catalogue.resource.created_at is '建立时间';
comment on column catalogue.resource.changed_at is '最近变更时间';
comment on column catalogue.resource.is_demo is '演示数据';
comment on column catalogue.resource.living is '在册：没有注销或者撤销';
comment on column catalogue.resource.due_mounting is '应挂接：已发布且不属于不予共享';

create table catalogue.version (
    resource_id        uuid not null references catalogue.resource (id) on delete cascade,
    number             int not null,
    state              text not null,
    revision           int not null,
    content            jsonb not null,
    edited_by          uuid not null,
    edited_name        text not null,
    edited_at          timestamptz not null,
    published_name     text,
    published_at       timestamptz,
    primary key (resource_id, number)
);
comment on table catalogue.version is '资源的各个版本，内容全文';
comment on column catalogue.version.resource_id is '资源';
comment on column catalogue.version.number is '版本号';
comment on column catalogue.version.state is 'DRAFT 编制稿，PUBLISHED 已发布';
comment on column catalogue.version.revision is '修订序号，防止互相覆盖';
comment on column catalogue.version.content is '内容：核心元数据和信息项';
comment on column catalogue.version.edited_by is '编制人';
comment on column catalogue.version.edited_name is '编制人姓名';
comment on column catalogue.version.edited_at is '编制时间';
comment on column catalogue.version.published_name is '发布人姓名';
comment on column catalogue.version.published_at is '发布时间';

create table catalogue.item (
    id                 text primary key,
    resource_id        uuid not null references catalogue.resource (id) on delete cascade,
    position           int not null,
    code               text not null,
    resource_name      text not null,
    unit_id            uuid not null,
    name               text not null,
    title              text not null,
    type               text not null,
    length             int not null,
    is_key             boolean not null,
    is_optional        boolean not null,
    element            text,
    level              int not null,
    personal           boolean not null
);
create index item_resource on catalogue.item (resource_id, position);
create index item_title on catalogue.item (title);
create index item_element on catalogue.item (element) where element is not null;
comment on table catalogue.item is '信息项：随资源当前情形更新';
comment on column catalogue.item.id is '标识：资源代码加序号';
comment on column catalogue.item.resource_id is '资源';
comment on column catalogue.item.position is '序号';
comment on column catalogue.item.code is '信息资源代码';
comment on column catalogue.item.resource_name is '信息资源名称';
comment on column catalogue.item.unit_id is '提供方';
comment on column catalogue.item.name is '信息项英文名（列名）';
comment on column catalogue.item.title is '信息项名称';
comment on column catalogue.item.type is '数据类型';
comment on column catalogue.item.length is '长度';
comment on column catalogue.item.is_key is '是否主键';
comment on column catalogue.item.is_optional is '是否可空';
comment on column catalogue.item.element is '标准数据元';
comment on column catalogue.item.level is '数据级别';
comment on column catalogue.item.personal is '是否个人信息';

create table catalogue.mount (
    resource_id        uuid primary key references catalogue.resource (id) on delete cascade,
    dataset            text not null,
    differences        jsonb not null,
    compared_at        timestamptz not null,
    mounted_name       text not null,
    mounted_at         timestamptz not null
);
comment on table catalogue.mount is '挂接：资源和数据集逐列比对的结果';
comment on column catalogue.mount.resource_id is '资源';
comment on column catalogue.mount.dataset is '数据集';
comment on column catalogue.mount.differences is '逐列差异';
comment on column catalogue.mount.compared_at is '比对时间';
comment on column catalogue.mount.mounted_name is '挂接人';
comment on column catalogue.mount.mounted_at is '挂接时间';

create table catalogue.patrol (
    name               text primary key,
    at                 timestamptz not null
);
comment on table catalogue.patrol is '巡检进度';
comment on column catalogue.patrol.name is '巡检';
comment on column catalogue.patrol.at is '最近一次';

create table catalogue.census_round (
    id                 uuid primary key,
    number             text not null unique,
    title              text not null,
    scope              text not null,
    due_on             date not null,
    opened_name        text not null,
    opened_at          timestamptz not null,
    is_demo            boolean not null
);
comment on table catalogue.census_round is '普查批次';
comment on column catalogue.census_round.id is '批次标识';
comment on column catalogue.census_round.number is '批次号';
comment on column catalogue.census_round.title is '名称';
comment on column catalogue.census_round.scope is '普查范围';
comment on column catalogue.census_round.due_on is '填报期限';
comment on column catalogue.census_round.opened_name is '发起人';
comment on column catalogue.census_round.opened_at is '发起时间';
comment on column catalogue.census_round.is_demo is '演示数据';

create table catalogue.census_return (
    id                 uuid primary key,
    round_id           uuid not null references catalogue.census_round (id),
    round_number       text not null,
    unit_id            uuid not null,
    unit_name          text not null,
    area_code          text not null,
    due_on             date not null,
    state              text not null,
    revision           int not null,
    reported           int not null,
    scanned            int not null,
    missed             int not null,
    proposed           int not null,
    added              int not null,
    note               text not null,
    filled_name        text,
    submitted_at       timestamptz,
    confirmed_name     text,
    reviewed_name      text,
    overdue            boolean not null,
    reminders          int not null,
    reminded_on        date,
    is_demo            boolean not null,
    unique (round_id, unit_id)
);
create index census_return_unit on catalogue.census_return (unit_id);
create index census_return_due on catalogue.census_return (due_on) where submitted_at is null;
comment on table catalogue.census_return is '普查填报';
comment on column catalogue.census_return.id is '填报标识，与其办理相同';
comment on column catalogue.census_return.round_id is '批次';
comment on column catalogue.census_return.round_number is '批次号';
comment on column catalogue.census_return.unit_id is '填报单位';
comment on column catalogue.census_return.unit_name is '填报单位名称';
comment on column catalogue.census_return.area_code is '所在区划';
comment on column catalogue.census_return.due_on is '填报期限';
comment on column catalogue.census_return.state is '状态';
comment on column catalogue.census_return.revision is '修订序号';
comment on column catalogue.census_return.reported is '填报库表数';
comment on column catalogue.census_return.scanned is '扫描库表数';
comment on column catalogue.census_return.missed is '漏报库表数';
comment on column catalogue.census_return.proposed is '拟新增目录数';
comment on column catalogue.census_return.added is '获批新增目录数';
comment on column catalogue.census_return.note is '填报说明';
comment on column catalogue.census_return.filled_name is '填报人';
comment on column catalogue.census_return.submitted_at is '提交时间';
comment on column catalogue.census_return.confirmed_name is '确认的负责人';
comment on column catalogue.census_return.reviewed_name is '复核人';
comment on column catalogue.census_return.overdue is '是否逾期';
comment on column catalogue.census_return.reminders is '催办次数';
comment on column catalogue.census_return.reminded_on is '最近催办日期';
comment on column catalogue.census_return.is_demo is '演示数据';

create table catalogue.census_table (
    id                 uuid primary key,
    return_id          uuid not null references catalogue.census_return (id) on delete cascade,
    round_number       text not null,
    unit_id            uuid not null,
    system             text not null,
    name               text not null,
    title              text not null,
    rows               bigint,
    reported           boolean not null,
    scanned            boolean not null,
    missed             boolean generated always as (scanned and not reported) stored,
    disposition        text not null,
    class_code         text,
    resource_code      text,
    columns            jsonb,
    unique (return_id, system, name)
);
create index census_return_table_return on catalogue.census_table (return_id);
comment on table catalogue.census_table is '普查库表：填报的和扫描到的逐表对照';
comment on column catalogue.census_table.id is '标识';
comment on column catalogue.census_table.return_id is '填报';
comment on column catalogue.census_table.round_number is '批次号';
comment on column catalogue.census_table.unit_id is '填报单位';
comment on column catalogue.census_table.system is '业务系统';
comment on column catalogue.census_table.name is '库表名';
comment on column catalogue.census_table.title is '中文名';
comment on column catalogue.census_table.rows is '数据量（行）';
comment on column catalogue.census_table.reported is '已填报';
comment on column catalogue.census_table.scanned is '扫描到';
comment on column catalogue.census_table.missed is '漏报';
comment on column catalogue.census_table.disposition is '结论：NEW 新增目录，KNOWN 已有目录，CHANGE 变更目录，CANCEL 注销目录，NONE 不编目';
comment on column catalogue.census_table.class_code is '拟归入的分类';
comment on column catalogue.census_table.resource_code is '对应的信息资源代码';
comment on column catalogue.census_table.columns is '扫描到的列';

create view catalogue.work_order as
select id, title, number, state, unit_id, area_code, opened_at, due_at, closed_at,
       data ->> 'kind' as kind, data ->> 'what' as what, data ->> 'code' as code, is_demo
  from cases.matter_list where type = 'catalogue.order';
comment on view catalogue.work_order is '目录工单：更新滞后的催办、普查漏报的补报';

create view catalogue.unit_tally as
select r.unit_id as id, r.unit_id, r.unit_name, r.area_code, r.total, r.published, r.complete, r.incomplete,
       r.due_mounting, r.mounted, r.differing, r.yellow, r.red,
       case when r.total = 0 then null else round(100.0 * r.complete / r.total, 2) end as complete_rate,
       case when r.due_mounting = 0 then null else round(100.0 * r.mounted / r.due_mounting, 2) end as mounted_rate,
       (select count(*) from catalogue.census_return t where t.unit_id = r.unit_id and t.overdue) as overdue_returns,
       (select coalesce(sum(t.reminders), 0) from catalogue.census_return t where t.unit_id = r.unit_id) as reminders
  from (select unit_id, min(unit_name) as unit_name, min(area_code) as area_code, count(*) as total,
               count(*) filter (where version > 0 and state <> 'suspended') as published,
               count(*) filter (where complete) as complete,
               count(*) filter (where not complete) as incomplete,
               count(*) filter (where due_mounting) as due_mounting,
               count(*) filter (where due_mounting and dataset is not null) as mounted,
               count(*) filter (where mounting = 'DIFFERS') as differing,
               count(*) filter (where light = 'YELLOW') as yellow,
               count(*) filter (where light = 'RED') as red
          from catalogue.resource where living group by unit_id) r;
comment on view catalogue.unit_tally is '各部门目录情况：条数、完整率、挂接率、更新灯、普查逾期和催办';
