create table items.catalogue (
    code         text primary key check (code ~ '^[0-9]{12}$'),
    name         text    not null,
    type         text    not null,
    origin       text    not null check (origin in ('NATION', 'PROVINCE')),
    cancelled_on date,
    cancel_reason text,
    is_demo      boolean not null
);
comment on table items.catalogue is '基本目录：国家、省统一的政务服务事项';
comment on column items.catalogue.code is '基本编码（12 位）';
comment on column items.catalogue.name is '事项名称';
comment on column items.catalogue.type is '事项类型代码（GB/T 39046 表 A.1）';
comment on column items.catalogue.origin is '来源：NATION 国家目录，PROVINCE 省目录';
comment on column items.catalogue.cancelled_on is '取消日期，未取消为空';
comment on column items.catalogue.cancel_reason is '取消依据或者原因';
comment on column items.catalogue.is_demo is '是否演示数据';

create table items.item (
    id             uuid primary key,
    code           text        not null unique check (length(code) = 31),
    basic_code     text        not null,
    unit_id        uuid        not null,
    unit_code      text        not null,
    unit_name      text        not null,
    area_code      text        not null,
    use_level      int         not null check (use_level between 1 and 7),
    state          text        not null check (state in ('PREPARING', 'IN_FORCE', 'SUSPENDED', 'CANCELLED')),
    cancel_on      date,
    suspended_from date,
    suspended_to   date,
    suspend_reason text,
    standing       text generated always as (
        case when state in ('IN_FORCE', 'SUSPENDED') and cancel_on is not null then 'PENDING_CANCEL' else state end) stored,
    version        int,
    name           text        not null,
    type           text        not null,
    process_kind   text        not null,
    online         boolean     not null,
    applicable     boolean     not null default false,
    visits         int         not null,
    promise        text        not null,
    legal_days     numeric     not null,
    promise_days   numeric     not null,
    materials      int         not null,
    service_objects text[]     not null,
    topics         text[]      not null,
    aliases        text[]      not null,
    uses           bigint      not null default 0,
    actual_median  int,
    actual_ninth   int,
    actual_matters bigint,
    changed_at     timestamptz not null,
    is_demo        boolean     not null
);
create index item_uses on items.item (uses desc, code) where state = 'IN_FORCE';
create index item_unit on items.item (unit_code, code) where state = 'IN_FORCE';
create index item_in_force on items.item (code) where state = 'IN_FORCE';
create index item_topics on items.item using gin (topics);
comment on table items.item is '实施清单：一个单位的一个事项，列为在用版本的摘要';
comment on column items.item.id is '事项标识';
comment on column items.item.code is '实施编码（31 位）';
comment on column items.item.basic_code is '基本编码（12 位）';
comment on column items.item.unit_id is '实施主体标识';
comment on column items.item.unit_code is '实施主体内部编码';
comment on column items.item.unit_name is '实施主体名称';
comment on column items.item.area_code is '行政区划代码';
comment on column items.item.use_level is '行使层级（1 国家 2 省 3 市 4 县 5 镇街 6 村社 7 分级管理）';
comment on column items.item.state is '状态：PREPARING 编制中，IN_FORCE 在用，SUSPENDED 暂停，CANCELLED 已取消';
comment on column items.item.cancel_on is '取消生效日期；已定未到为待取消';
comment on column items.item.suspended_from is '暂停受理的第一日；未暂停为空';
comment on column items.item.suspended_to is '恢复受理的日期；未定为空';
comment on column items.item.suspend_reason is '暂停原因';
comment on column items.item.standing is '对外显示的状态：编制中、在用、暂停、待取消、已取消';
comment on column items.item.version is '在用版本号，尚无在用版本为空';
comment on column items.item.name is '事项名称';
comment on column items.item.type is '事项类型代码';
comment on column items.item.process_kind is '办件类型';
comment on column items.item.online is '是否网上可办';
comment on column items.item.applicable is '是否已接入本平台在线申报（网上可办且有表单）';
comment on column items.item.uses is '近 12 个月办件数（由日统计汇总）';
comment on column items.item.actual_median is '近 12 个月实际办理工作日数的中位数；没有为空';
comment on column items.item.actual_ninth is '近 12 个月实际办理工作日数的九成分位；没有为空';
comment on column items.item.actual_matters is '统计实际办理时间的办件数；没有为空';
comment on column items.item.visits is '到现场次数';
comment on column items.item.promise is '承诺时限（文字）';
comment on column items.item.legal_days is '法定时限折合自然日，用于压缩率';
comment on column items.item.promise_days is '承诺时限折合自然日，用于压缩率';
comment on column items.item.materials is '申请材料份数';
comment on column items.item.service_objects is '服务对象';
comment on column items.item.topics is '主题和一件事';
comment on column items.item.aliases is '俗称';
comment on column items.item.changed_at is '最近变更时间';
comment on column items.item.is_demo is '是否演示数据';

create table items.version (
    id             uuid primary key,
    item_id        uuid        not null references items.item (id),
    number         int         not null check (number > 0),
    state          text        not null check (state in ('DRAFT', 'REVIEW', 'LEGAL_REVIEW', 'APPROVED', 'PUBLISHED', 'SUPERSEDED', 'CANCELLED')),
    revision       int         not null,
    content        jsonb       not null,
    effective_from date,
    effective_to   date,
    edited_by      uuid        not null,
    edited_by_name text        not null,
    edited_at      timestamptz not null,
    published_by   uuid,
    published_by_name text,
    published_at   timestamptz,
    note           text,
    is_demo        boolean     not null,
    unique (item_id, number)
);
create unique index version_open on items.version (item_id) where state in ('DRAFT', 'REVIEW', 'LEGAL_REVIEW', 'APPROVED');
create index version_turnover on items.version (effective_from) where state = 'PUBLISHED';
comment on table items.version is '事项版本：任一要素变更即成新版';
comment on column items.version.id is '版本标识';
comment on column items.version.item_id is '事项标识';
comment on column items.version.number is '版本号';
comment on column items.version.state is '版本状态：编制中、部门初审、法制审核、待发布、已发布、已被替代、已取消';
comment on column items.version.revision is '修订号，防止互相覆盖';
comment on column items.version.content is '全部要素';
comment on column items.version.effective_from is '生效日期（计划生效）';
comment on column items.version.effective_to is '失效日期（当日起不再适用）';
comment on column items.version.edited_by is '最后编辑人标识';
comment on column items.version.edited_by_name is '最后编辑人姓名';
comment on column items.version.edited_at is '最后编辑时间';
comment on column items.version.published_by is '发布人标识';
comment on column items.version.published_by_name is '发布人姓名';
comment on column items.version.published_at is '发布时间';
comment on column items.version.note is '编制或退回说明';
comment on column items.version.is_demo is '是否演示数据';

create view items.draft as
select v.id, i.code, i.name, i.unit_id, i.unit_name, i.area_code, v.number, v.state, v.edited_by_name, v.edited_at, v.note,
       v.is_demo
  from items.version v join items.item i on i.id = v.item_id
 where v.state in ('DRAFT', 'REVIEW', 'LEGAL_REVIEW', 'APPROVED');
comment on view items.draft is '在编和待审的事项版本';

create table items.opinion (
    id         uuid primary key,
    version_id uuid        not null references items.version (id),
    action     text        not null,
    by_id      uuid        not null,
    by_name    text        not null,
    unit_name  text        not null,
    at         timestamptz not null,
    note       text
);
create index opinion_version on items.opinion (version_id, at);
comment on table items.opinion is '版本流转意见：提交、部门初审、法制审核、发布、退回各记一行';
comment on column items.opinion.id is '意见标识（按时间有序）';
comment on column items.opinion.version_id is '版本标识';
comment on column items.opinion.action is '动作';
comment on column items.opinion.by_id is '办理人标识';
comment on column items.opinion.by_name is '办理人姓名';
comment on column items.opinion.unit_name is '办理人单位';
comment on column items.opinion.at is '时间';
comment on column items.opinion.note is '意见';

create table items.baseline (
    item_id   uuid primary key references items.item (id),
    term      jsonb       not null,
    steps     int         not null check (steps >= 0),
    visits    int         not null check (visits >= 0),
    materials jsonb       not null,
    basis     text        not null,
    set_by    text        not null,
    set_at    timestamptz not null
);
comment on table items.baseline is '精简基线：改革前的时限、环节、材料和跑动次数';
comment on column items.baseline.item_id is '事项标识';
comment on column items.baseline.term is '基线时限';
comment on column items.baseline.steps is '基线环节数';
comment on column items.baseline.visits is '基线到现场次数';
comment on column items.baseline.materials is '基线材料，减去的要写明免交方式或者依据变更';
comment on column items.baseline.basis is '基线的出处';
comment on column items.baseline.set_by is '录入人';
comment on column items.baseline.set_at is '录入时间';

create table items.province_row (
    batch_id uuid    not null,
    line     int     not null,
    good     boolean not null,
    code     text    not null,
    cells    jsonb   not null,
    primary key (batch_id, line)
);
create index province_row_code on items.province_row (batch_id, code) where good;
comment on table items.province_row is '省系统清单的各行，用于与本地清单比对';
comment on column items.province_row.batch_id is '导入批次';
comment on column items.province_row.line is '行号（表头为第 1 行）';
comment on column items.province_row.good is '是否可以比对';
comment on column items.province_row.code is '实施编码（原样）';
comment on column items.province_row.cells is '各列的内容';

create table items.difference (
    id          uuid primary key,
    batch_id    uuid        not null,
    kind        text        not null check (kind in ('MISSING', 'EXTRA', 'DIFFERENT')),
    code        text        not null,
    name        text        not null,
    unit_id     uuid,
    unit_name   text        not null,
    detail      text        not null,
    state       text        not null check (state in ('OPEN', 'SETTLED')),
    found_at    timestamptz not null,
    settled_at  timestamptz,
    settled_by  text,
    note        text
);
create unique index difference_once on items.difference (kind, code) where state = 'OPEN';
create index difference_batch on items.difference (batch_id);
comment on table items.difference is '与省统一事项系统的差异单';
comment on column items.difference.id is '差异单标识';
comment on column items.difference.batch_id is '发现差异的比对批次';
comment on column items.difference.kind is '差异类型：MISSING 本地缺，EXTRA 本地多，DIFFERENT 不一致';
comment on column items.difference.code is '实施编码';
comment on column items.difference.name is '事项名称';
comment on column items.difference.unit_id is '实施主体标识';
comment on column items.difference.unit_name is '实施主体名称';
comment on column items.difference.detail is '差异内容';
comment on column items.difference.state is '状态：OPEN 待处理，SETTLED 已处理';
comment on column items.difference.found_at is '发现时间';
comment on column items.difference.settled_at is '处理时间';
comment on column items.difference.settled_by is '处理人';
comment on column items.difference.note is '处理说明';

create index item_basic on items.item (basic_code);
create view items.catalogue_list as
select c.code, c.name, c.type, c.origin, c.cancelled_on, c.is_demo,
       (select count(*) from items.item i where i.basic_code = c.code and i.state <> 'CANCELLED') as claimed
  from items.catalogue c;
comment on view items.catalogue_list is '基本目录（记录视图）：每条有多少单位认领';

create table items.usage_day (
    day        date primary key,
    counted_at timestamptz not null
);
comment on table items.usage_day is '办件日统计：已统计的日期';
comment on column items.usage_day.day is '日期';
comment on column items.usage_day.counted_at is '最近统计时间';

create table items.usage (
    day       date   not null,
    item_code text   not null,
    submitted bigint not null,
    primary key (day, item_code)
);
comment on table items.usage is '办件日统计：各事项每日提交数';
comment on column items.usage.day is '日期';
comment on column items.usage.item_code is '实施编码';
comment on column items.usage.submitted is '当日提交的办件数';

create table items.duration (
    decided_on date   not null,
    item_code  text   not null,
    workdays   int    not null,
    matters    bigint not null,
    primary key (decided_on, item_code, workdays)
);
comment on table items.duration is '办件日统计：各事项每日作出决定的办件按实际工作日数的分布';
comment on column items.duration.decided_on is '决定日期';
comment on column items.duration.item_code is '实施编码';
comment on column items.duration.workdays is '受理至决定的工作日数（受理当日不计，特别程序计入）';
comment on column items.duration.matters is '办件数';
