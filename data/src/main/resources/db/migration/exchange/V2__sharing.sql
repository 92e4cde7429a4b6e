create sequence exchange.request_number;
create sequence exchange.served_number;

create table exchange.directory (
    id                uuid primary key,
    code              text    not null unique,
    version           int     not null,
    name              text    not null,
    summary           text    not null,
    unit_id           uuid    not null,
    unit_code         text    not null,
    unit_name         text    not null,
    sharing           text    not null check (sharing in ('UNCONDITIONAL', 'CONDITIONAL', 'NONE')),
    sharing_condition text,
    refusal_basis     text,
    cycle             text    not null,
    published_on      date    not null,
    items             jsonb   not null,
    item_names        text    not null,
    item_count        int     not null,
    dataset           text,
    state             text    not null check (state in ('LISTED', 'WITHDRAWN')),
    withdrawn_reason  text,
    tier              text    not null default 'OWN' check (tier in ('OWN', 'PROVINCE', 'CITY')),
    origin            text    not null default '',
    origin_code       text    not null default '',
    origin_name       text    not null default '本平台',
    is_demo           boolean not null default false
);
comment on table exchange.directory is '共享目录：目录系统已发布资源的投影，随发布、停用自动更新';
comment on column exchange.directory.id is '标识，由资源代码算出';
comment on column exchange.directory.code is '信息资源代码';
comment on column exchange.directory.version is '目录版本';
comment on column exchange.directory.name is '资源名称';
comment on column exchange.directory.summary is '资源摘要';
comment on column exchange.directory.unit_id is '提供部门标识';
comment on column exchange.directory.unit_code is '提供部门代码';
comment on column exchange.directory.unit_name is '提供部门名称';
comment on column exchange.directory.sharing is '共享类型：UNCONDITIONAL 无条件，CONDITIONAL 有条件，NONE 不予共享';
comment on column exchange.directory.sharing_condition is '共享条件';
comment on column exchange.directory.refusal_basis is '不予共享的依据';
comment on column exchange.directory.cycle is '更新周期';
comment on column exchange.directory.published_on is '发布日期';
comment on column exchange.directory.items is '信息项';
comment on column exchange.directory.item_names is '信息项名称，供检索和匹配';
comment on column exchange.directory.item_count is '信息项数';
comment on column exchange.directory.dataset is '挂接的数据集';
comment on column exchange.directory.state is '状态：LISTED 可申请，WITHDRAWN 已停用或者注销';
comment on column exchange.directory.withdrawn_reason is '停用或者注销的原因';
comment on column exchange.directory.tier is '层级：OWN 本级，PROVINCE 省级资源，CITY 下级资源';
comment on column exchange.directory.origin is '来源节点（行政区划代码），本平台的为空';
comment on column exchange.directory.origin_code is '在来源节点的信息资源代码';
comment on column exchange.directory.origin_name is '来源平台名称';
comment on column exchange.directory.is_demo is '演示数据';
create index directory_unit on exchange.directory (unit_id, code);
create index directory_dataset on exchange.directory (dataset);
create index directory_name on exchange.directory using gin (records.grams(name));
create index directory_items on exchange.directory using gin (records.grams(item_names));

create view exchange.responsibility as
    select * from exchange.directory where sharing <> 'NONE' and state = 'LISTED' and tier = 'OWN';
comment on view exchange.responsibility is '责任清单：谁提供什么、按什么条件、多久更新一次';
create view exchange.negative as
    select * from exchange.directory where sharing = 'NONE' and state = 'LISTED' and tier = 'OWN';
comment on view exchange.negative is '负面清单：依法不予共享的资源及其依据';

create table exchange.served (
    dataset    text primary key,
    table_name text        not null,
    snapshot   bigint      not null,
    row_count  bigint      not null,
    layout     jsonb       not null,
    built_at   timestamptz not null,
    failure    text
);
comment on table exchange.served is '供数表登记：每个挂接数据集当前由哪张表供数，新版本建成后一次切换';
comment on column exchange.served.dataset is '数据集';
comment on column exchange.served.table_name is '当前供数表名';
comment on column exchange.served.snapshot is '数据集版本';
comment on column exchange.served.row_count is '行数';
comment on column exchange.served.layout is '列、可查询的列和加密的列';
comment on column exchange.served.built_at is '建成时间';
comment on column exchange.served.failure is '最近一次建表失败的原因，供数仍用上一版本';

create table exchange.share_request (
    id                 uuid primary key,
    case_id            uuid unique,
    number             text,
    state              text        not null,
    resource_code      text        not null,
    resource_name      text        not null,
    sharing            text        not null,
    unit_id            uuid        not null,
    unit_name          text        not null,
    provider_unit_id   uuid        not null,
    provider_unit_name text        not null,
    applicant_id       uuid        not null,
    applicant_name     text        not null,
    purpose            text        not null,
    scene_item         text,
    scene_name         text        not null,
    legal_basis        text        not null,
    mode               text        not null check (mode in ('API', 'FILE', 'SUBSCRIPTION', 'BATCH')),
    frequency          text        not null,
    valid_to           date        not null,
    renew_to           date,
    fields             jsonb       not null,
    conditions         jsonb       not null,
    daily_quota        int         not null check (daily_quota > 0),
    per_second         int         not null check (per_second > 0),
    ips                text[]      not null,
    demands            uuid[]      not null,
    reply_due          timestamptz,
    replied_at         timestamptz,
    overdue            boolean     not null default false,
    reminders          int         not null default 0,
    words              text        not null default '',
    created_at         timestamptz not null,
    submitted_at       timestamptz,
    version            int         not null,
    is_demo            boolean     not null default false
);
comment on table exchange.share_request is '共享申请';
comment on column exchange.share_request.id is '申请标识';
comment on column exchange.share_request.case_id is '办理标识，草稿为空';
comment on column exchange.share_request.number is '申请号';
comment on column exchange.share_request.state is '状态';
comment on column exchange.share_request.resource_code is '信息资源代码';
comment on column exchange.share_request.resource_name is '资源名称';
comment on column exchange.share_request.sharing is '共享类型';
comment on column exchange.share_request.unit_id is '申请部门';
comment on column exchange.share_request.unit_name is '申请部门名称';
comment on column exchange.share_request.provider_unit_id is '提供部门';
comment on column exchange.share_request.provider_unit_name is '提供部门名称';
comment on column exchange.share_request.applicant_id is '填报人';
comment on column exchange.share_request.applicant_name is '填报人姓名';
comment on column exchange.share_request.purpose is '用途';
comment on column exchange.share_request.scene_item is '场景事项的实施编码';
comment on column exchange.share_request.scene_name is '应用场景';
comment on column exchange.share_request.legal_basis is '依据';
comment on column exchange.share_request.mode is '共享方式：API 接口，FILE 批量文件，SUBSCRIPTION 变更订阅，BATCH 级联批次';
comment on column exchange.share_request.frequency is '使用频次';
comment on column exchange.share_request.valid_to is '使用期限的末日';
comment on column exchange.share_request.renew_to is '申请续期到的日期';
comment on column exchange.share_request.fields is '申请的信息项和逐项的答复、脱敏方式';
comment on column exchange.share_request.conditions is '行条件';
comment on column exchange.share_request.daily_quota is '每日次数上限';
comment on column exchange.share_request.per_second is '每秒次数上限';
comment on column exchange.share_request.ips is '允许的来源地址，空为不限';
comment on column exchange.share_request.demands is '对应的需求清单条目';
comment on column exchange.share_request.reply_due is '答复期限：自此刻起为逾期';
comment on column exchange.share_request.replied_at is '提供部门答复时间';
comment on column exchange.share_request.overdue is '提供部门逾期未答复过';
comment on column exchange.share_request.reminders is '催办次数';
comment on column exchange.share_request.words is '最近一次意见或者理由';
comment on column exchange.share_request.created_at is '填写时间';
comment on column exchange.share_request.submitted_at is '提交时间';
comment on column exchange.share_request.version is '行版本';
comment on column exchange.share_request.is_demo is '演示数据';
create unique index share_request_number on exchange.share_request (number);
create index share_request_unit on exchange.share_request (unit_id, created_at desc);
create index share_request_provider on exchange.share_request (provider_unit_id, created_at desc);
create index share_request_created on exchange.share_request (created_at desc);
create index share_request_state on exchange.share_request (state);
create index share_request_resource on exchange.share_request (resource_code);
create index share_request_due on exchange.share_request (reply_due);

create table exchange.share_reminder (
    id         uuid primary key,
    request_id uuid        not null references exchange.share_request,
    sequence   int         not null,
    at         timestamptz not null,
    workday    int         not null,
    told       int         not null,
    unique (request_id, sequence)
);
comment on table exchange.share_reminder is '答复催办留痕';
comment on column exchange.share_reminder.id is '标识';
comment on column exchange.share_reminder.request_id is '共享申请';
comment on column exchange.share_reminder.sequence is '第几次催办';
comment on column exchange.share_reminder.at is '催办时间';
comment on column exchange.share_reminder.workday is '在答复期限的第几个工作日';
comment on column exchange.share_reminder.told is '通知到的人数';

create table exchange.share_grant (
    id                 uuid primary key,
    request_id         uuid        not null unique references exchange.share_request,
    resource_code      text        not null,
    resource_name      text        not null,
    unit_id            uuid        not null,
    unit_name          text        not null,
    provider_unit_id   uuid        not null,
    provider_unit_name text        not null,
    app_key            text        not null unique,
    secret             bytea       not null,
    secret_version     int         not null,
    secret_shown_at    timestamptz,
    fields             jsonb       not null,
    conditions         jsonb       not null,
    daily_quota        int         not null,
    per_second         int         not null,
    ips                text[]      not null,
    mode               text        not null,
    purpose            text        not null,
    state              text        not null check (state in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'ENDED')),
    expire_at          timestamptz not null,
    first_success_at   timestamptz,
    expiry_told_at     timestamptz,
    created_at         timestamptz not null,
    version            int         not null,
    is_demo            boolean     not null default false
);
comment on table exchange.share_grant is '共享授权';
comment on column exchange.share_grant.id is '授权标识';
comment on column exchange.share_grant.request_id is '共享申请';
comment on column exchange.share_grant.resource_code is '信息资源代码';
comment on column exchange.share_grant.resource_name is '资源名称';
comment on column exchange.share_grant.unit_id is '使用部门';
comment on column exchange.share_grant.unit_name is '使用部门名称';
comment on column exchange.share_grant.provider_unit_id is '提供部门';
comment on column exchange.share_grant.provider_unit_name is '提供部门名称';
comment on column exchange.share_grant.app_key is '应用标识';
comment on column exchange.share_grant.secret is '签名密钥，加密保存';
comment on column exchange.share_grant.secret_version is '签名密钥版本';
comment on column exchange.share_grant.secret_shown_at is '签名密钥显示的时间，只显示一次';
comment on column exchange.share_grant.fields is '授权的信息项和脱敏方式';
comment on column exchange.share_grant.conditions is '行条件';
comment on column exchange.share_grant.daily_quota is '每日次数上限';
comment on column exchange.share_grant.per_second is '每秒次数上限';
comment on column exchange.share_grant.ips is '允许的来源地址，空为不限';
comment on column exchange.share_grant.mode is '共享方式';
comment on column exchange.share_grant.purpose is '用途';
comment on column exchange.share_grant.state is '状态：ACTIVE 使用中，SUSPENDED 已停用，EXPIRED 已到期，ENDED 已终止';
comment on column exchange.share_grant.expire_at is '到期时间：自此刻起不能调用';
comment on column exchange.share_grant.first_success_at is '首次调通时间';
comment on column exchange.share_grant.expiry_told_at is '到期通知双方的时间';
comment on column exchange.share_grant.created_at is '授权时间';
comment on column exchange.share_grant.version is '行版本';
comment on column exchange.share_grant.is_demo is '演示数据';
create index share_grant_unit on exchange.share_grant (unit_id, created_at desc);
create index share_grant_provider on exchange.share_grant (provider_unit_id, created_at desc);
create index share_grant_created on exchange.share_grant (created_at desc);
create index share_grant_expire on exchange.share_grant (expire_at);
create index share_grant_resource on exchange.share_grant (resource_code);
create index share_grant_state on exchange.share_grant (state);

create table exchange.share_usage (
    app_key text   not null,
    bucket  text   not null,
    used    int    not null,
    kept_to bigint not null,
    primary key (app_key, bucket)
);
comment on table exchange.share_usage is '调用额度：各节点按段领取，合计不超过上限';
comment on column exchange.share_usage.app_key is '应用标识';
comment on column exchange.share_usage.bucket is '日期或者秒';
comment on column exchange.share_usage.used is '已领取的次数';
comment on column exchange.share_usage.kept_to is '可以清除的时刻，自 1970 年起的秒数';
create index share_usage_kept on exchange.share_usage (kept_to);

create table exchange.share_call (
    id            uuid primary key,
    at            timestamptz not null,
    grant_id      uuid,
    app_key       text        not null,
    unit_id       uuid,
    unit_name     text        not null,
    api           text        not null,
    resource_code text        not null,
    resource_name text        not null,
    case_number   text        not null,
    purpose       text        not null,
    operator      text        not null,
    param_digest  text        not null,
    row_count     int         not null,
    latency_us    bigint      not null,
    status        int         not null,
    code          text        not null,
    nonce         text,
    chain         uuid        not null,
    sequence      bigint      not null,
    digest        bytea       not null,
    is_demo       boolean     not null default false
);
comment on table exchange.share_call is '调用日志：每次调用一行，成批链接并签名，不能改、不能删';
comment on column exchange.share_call.id is '调用流水号';
comment on column exchange.share_call.at is '调用时间';
comment on column exchange.share_call.grant_id is '授权';
comment on column exchange.share_call.app_key is '应用标识';
comment on column exchange.share_call.unit_id is '使用部门';
comment on column exchange.share_call.unit_name is '使用部门名称';
comment on column exchange.share_call.api is '接口';
comment on column exchange.share_call.resource_code is '信息资源代码';
comment on column exchange.share_call.resource_name is '资源名称';
comment on column exchange.share_call.case_number is '办件号';
comment on column exchange.share_call.purpose is '事由';
comment on column exchange.share_call.operator is '操作人';
comment on column exchange.share_call.param_digest is '参数摘要（SM3）';
comment on column exchange.share_call.row_count is '返回行数';
comment on column exchange.share_call.latency_us is '耗时，微秒';
comment on column exchange.share_call.status is 'HTTP 状态';
comment on column exchange.share_call.code is '结果码';
comment on column exchange.share_call.nonce is '随机数，同一应用不能重复';
comment on column exchange.share_call.chain is '所在的链';
comment on column exchange.share_call.sequence is '所在的批';
comment on column exchange.share_call.digest is '本行的摘要（SM3）';
comment on column exchange.share_call.is_demo is '演示数据';
create unique index share_call_nonce on exchange.share_call (app_key, nonce);
create index share_call_at on exchange.share_call (at desc);
create index share_call_unit on exchange.share_call (unit_id, at desc);
create index share_call_case on exchange.share_call (case_number, at desc);
create index share_call_resource on exchange.share_call (resource_code, at desc);
create index share_call_grant on exchange.share_call (grant_id, at desc);
create index share_call_code on exchange.share_call (code, at desc);
create index share_call_batch on exchange.share_call (chain, sequence);

create table exchange.share_call_person (
    blind   bytea       not null,
    at      timestamptz not null,
    call_id uuid        not null,
    primary key (blind, at, call_id)
);
comment on table exchange.share_call_person is '每次调用返回或者核验了谁：供本人查询“谁用过我的数据”';
comment on column exchange.share_call_person.blind is '证件号码的盲索引';
comment on column exchange.share_call_person.at is '调用时间';
comment on column exchange.share_call_person.call_id is '调用';

create table exchange.share_seal (
    chain     uuid        not null,
    sequence  bigint      not null,
    at        timestamptz not null,
    calls     int         not null,
    previous  bytea       not null,
    hash      bytea       not null,
    signature bytea,
    primary key (chain, sequence)
);
comment on table exchange.share_seal is '调用日志的链：每批一节，含上一节的摘要；每秒至少签名一次';
comment on column exchange.share_seal.chain is '链，每个节点每次启动一条';
comment on column exchange.share_seal.sequence is '第几节';
comment on column exchange.share_seal.at is '时间';
comment on column exchange.share_seal.calls is '本批调用数';
comment on column exchange.share_seal.previous is '上一节的摘要';
comment on column exchange.share_seal.hash is '本节的摘要（SM3）';
comment on column exchange.share_seal.signature is 'SM2 签名，空的由后面一节的签名担保';

create table exchange.demand (
    id               uuid primary key,
    number           text        not null unique,
    year             int         not null,
    title            text        not null,
    same             text        not null,
    unit_id          uuid        not null,
    unit_name        text        not null,
    items            text[]      not null,
    item_text        text        not null,
    scene            text        not null,
    provider_unit_id uuid,
    resource_code    text,
    standing         text        not null check (standing in ('OPEN', 'ANSWERED', 'EXCLUDED', 'GRANTED', 'MET')),
    answer           text        not null default '',
    basis_kind       text,
    basis            text,
    answered_at      timestamptz,
    answered_name    text,
    promised_on      date,
    feedback         text        not null default '',
    satisfied        boolean,
    asked            int         not null default 1,
    granted_at       timestamptz,
    met_at           timestamptz,
    created_at       timestamptz not null,
    created_name     text        not null,
    version          int         not null default 1,
    is_demo          boolean     not null default false,
    unique (year, unit_id, same),
    check (standing <> 'EXCLUDED' or (basis is not null and basis_kind is not null))
);
comment on table exchange.demand is '需求清单：同一部门同一年的同一项需求只有一条';
comment on column exchange.demand.id is '标识';
comment on column exchange.demand.number is '需求编号';
comment on column exchange.demand.year is '年度';
comment on column exchange.demand.title is '需求名称';
comment on column exchange.demand.same is '归一化的名称，据以认定同一项需求';
comment on column exchange.demand.unit_id is '需求部门';
comment on column exchange.demand.unit_name is '需求部门名称';
comment on column exchange.demand.items is '需要的信息项';
comment on column exchange.demand.item_text is '需要的信息项，供显示';
comment on column exchange.demand.scene is '应用场景';
comment on column exchange.demand.provider_unit_id is '提供部门';
comment on column exchange.demand.resource_code is '满足需求的资源';
comment on column exchange.demand.standing is '状态：OPEN 待响应，ANSWERED 已响应，EXCLUDED 依法不予共享，GRANTED 已授权未调通，MET 已满足';
comment on column exchange.demand.answer is '响应';
comment on column exchange.demand.basis_kind is '不予共享依据的类别';
comment on column exchange.demand.basis is '不予共享的依据';
comment on column exchange.demand.answered_at is '响应时间';
comment on column exchange.demand.answered_name is '响应人';
comment on column exchange.demand.promised_on is '承诺提供的日期';
comment on column exchange.demand.feedback is '使用反馈';
comment on column exchange.demand.satisfied is '反馈是否满意';
comment on column exchange.demand.asked is '提出的次数，按一项计';
comment on column exchange.demand.granted_at is '授权时间';
comment on column exchange.demand.met_at is '首次调通时间';
comment on column exchange.demand.created_at is '提出时间';
comment on column exchange.demand.created_name is '提出人';
comment on column exchange.demand.version is '行版本';
comment on column exchange.demand.is_demo is '演示数据';
create index demand_unit on exchange.demand (unit_id, created_at desc);
create index demand_created on exchange.demand (created_at desc);
create index demand_standing on exchange.demand (standing);
create index demand_year on exchange.demand (year, standing);
create index demand_provider on exchange.demand (provider_unit_id);
create index demand_resource on exchange.demand (resource_code);

create table exchange.delivery (
    id           uuid primary key,
    serial       text        not null unique,
    grant_id     uuid        not null references exchange.share_grant,
    unit_id      uuid        not null,
    resource_name text       not null,
    format       text        not null check (format in ('CSV', 'XLSX')),
    purpose      text        not null,
    state        text        not null check (state in ('QUEUED', 'READY', 'FAILED')),
    row_count    bigint      not null default 0,
    snapshot     bigint,
    file_id      uuid,
    digest       text,
    requested_by text        not null,
    requested_at timestamptz not null,
    ready_at     timestamptz,
    failure      text,
    is_demo      boolean     not null default false
);
comment on table exchange.delivery is '批量文件交付';
comment on column exchange.delivery.id is '标识';
comment on column exchange.delivery.serial is '交付编号，写在文件里';
comment on column exchange.delivery.grant_id is '授权';
comment on column exchange.delivery.unit_id is '使用部门';
comment on column exchange.delivery.resource_name is '资源名称';
comment on column exchange.delivery.format is '格式';
comment on column exchange.delivery.purpose is '事由';
comment on column exchange.delivery.state is '状态：QUEUED 生成中，READY 可下载，FAILED 失败';
comment on column exchange.delivery.row_count is '行数';
comment on column exchange.delivery.snapshot is '数据集版本';
comment on column exchange.delivery.file_id is '文件';
comment on column exchange.delivery.digest is '文件摘要（SM3）';
comment on column exchange.delivery.requested_by is '申请人';
comment on column exchange.delivery.requested_at is '申请时间';
comment on column exchange.delivery.ready_at is '生成时间';
comment on column exchange.delivery.failure is '失败原因';
comment on column exchange.delivery.is_demo is '演示数据';
create index delivery_unit on exchange.delivery (unit_id, requested_at desc);
create index delivery_requested on exchange.delivery (requested_at desc);
create index delivery_state on exchange.delivery (state);

create table exchange.subscription (
    grant_id   uuid primary key references exchange.share_grant,
    url        text        not null,
    told       bigint      not null,
    state      text        not null check (state in ('ACTIVE', 'STOPPED')),
    attempts   int         not null default 0,
    next_at    timestamptz,
    last_error text,
    told_at    timestamptz,
    created_at timestamptz not null
);
comment on table exchange.subscription is '变更订阅：数据集有新版本时通知使用部门的系统';
comment on column exchange.subscription.grant_id is '授权';
comment on column exchange.subscription.url is '接收通知的地址';
comment on column exchange.subscription.told is '已通知到的版本';
comment on column exchange.subscription.state is '状态：ACTIVE 有效，STOPPED 多次失败后停止';
comment on column exchange.subscription.attempts is '本次通知已失败的次数';
comment on column exchange.subscription.next_at is '下次重试时间，空为没有待通知的';
comment on column exchange.subscription.last_error is '最近一次失败的原因';
comment on column exchange.subscription.told_at is '最近一次通知成功的时间';
comment on column exchange.subscription.created_at is '登记时间';
create index subscription_next on exchange.subscription (next_at) where next_at is not null;

create table exchange.supervision (
    case_id uuid primary key,
    subject text not null,
    unit_id uuid not null,
    opened_at timestamptz not null,
    settled boolean not null default false
);
comment on table exchange.supervision is '共享督办与其原因的对应';
comment on column exchange.supervision.case_id is '督办的办理标识';
comment on column exchange.supervision.subject is '原因：共享申请或者需求';
comment on column exchange.supervision.unit_id is '责任部门';
comment on column exchange.supervision.opened_at is '发出时间';
comment on column exchange.supervision.settled is '原因是否已经消除';
create index supervision_subject on exchange.supervision (subject);

create table exchange.served_wish (
    dataset text primary key,
    at      timestamptz not null
);
comment on table exchange.served_wish is '待建的供数表：数据集有新版本，或者目录新挂接了数据集';
comment on column exchange.served_wish.dataset is '数据集';
comment on column exchange.served_wish.at is '登记时间';

create view exchange.answering as
    select * from exchange.share_request where state not in ('draft', 'department', 'review', 'returned', 'withdrawn');
comment on view exchange.answering is '向提供部门提出、已经到达提供部门的共享申请';

create table exchange.linked_request (
    request_id        uuid        primary key references exchange.share_request on delete cascade,
    peer              text        not null,
    side              text        not null check (side in ('ASKED', 'ANSWERED')),
    foreign_id        uuid        not null,
    state             text        not null check (state in ('OPEN', 'GRANTED', 'CLOSED')),
    supplied_snapshot bigint      not null default 0,
    asked_snapshot    bigint      not null default 0,
    changed_at        timestamptz not null,
    unique (peer, side, foreign_id)
);
comment on table exchange.linked_request is '跨平台的共享申请：本平台报送对方的，或者对方报来的';
comment on column exchange.linked_request.request_id is '本平台的共享申请';
comment on column exchange.linked_request.peer is '对方节点';
comment on column exchange.linked_request.side is 'ASKED 本平台申请，ANSWERED 本平台答复';
comment on column exchange.linked_request.foreign_id is '申请一方的申请标识';
comment on column exchange.linked_request.state is '状态：OPEN 办理中，GRANTED 已授权，CLOSED 不再供数';
comment on column exchange.linked_request.supplied_snapshot is '已供到的供数表版本';
comment on column exchange.linked_request.asked_snapshot is '已安排供数任务的供数表版本';
comment on column exchange.linked_request.changed_at is '最近变更时间';

create table exchange.supplied (
    request_id uuid   not null references exchange.linked_request on delete cascade,
    record_id  text   not null,
    snapshot   bigint not null,
    primary key (request_id, record_id)
);
create index supplied_snapshot on exchange.supplied (request_id, snapshot);
comment on table exchange.supplied is '已向对方平台供出的行，由此得知哪些行不在了';
comment on column exchange.supplied.request_id is '共享申请';
comment on column exchange.supplied.record_id is '记录标识';
comment on column exchange.supplied.snapshot is '最近见于哪个版本';

create table exchange.person_read (
    id        uuid        primary key,
    blind     bytea       not null,
    at        timestamptz not null,
    unit_id   uuid,
    unit_name text        not null,
    reader_id uuid        not null,
    what      text        not null,
    purpose   text        not null
);
create index person_read_of on exchange.person_read (blind, at desc, id desc);
comment on table exchange.person_read is '工作人员在平台上查看个人数据的记录，本人可查';
comment on column exchange.person_read.id is '流水号';
comment on column exchange.person_read.blind is '证件号码盲索引';
comment on column exchange.person_read.at is '时间';
comment on column exchange.person_read.unit_id is '查看人所在单位';
comment on column exchange.person_read.unit_name is '单位名称';
comment on column exchange.person_read.reader_id is '查看人';
comment on column exchange.person_read.what is '看了什么';
comment on column exchange.person_read.purpose is '为了什么';
