create table opendata.dataset (
    id                uuid primary key,
    identifier        text not null unique,
    number            text not null unique,
    resource_code     text not null,
    resource_version  int not null,
    source            text not null,
    title             text not null,
    description       text not null,
    theme             text not null,
    keywords          text[] not null,
    unit_id           uuid not null,
    unit_code         text not null,
    unit_name         text not null,
    open_type         text not null,
    licence           text not null,
    cycle             text not null,
    spatial           text not null default '419001',
    temporal_from     date,
    temporal_to       date,
    state             text not null,
    version_number    int not null default 0,
    checked           jsonb,
    checked_at        timestamptz,
    source_changed_at timestamptz,
    issued_at         timestamptz,
    modified_at       timestamptz,
    next_due          date,
    stopped_at        timestamptz,
    stop_reason       text not null default '',
    registered_by     uuid not null,
    created_at        timestamptz not null,
    is_demo           boolean not null
);
comment on table opendata.dataset is '开放数据集：从目录登记到发布、更新、下线、撤回（DCAT Dataset）';
comment on column opendata.dataset.id is '数据集标识，与其办理件相同';
comment on column opendata.dataset.identifier is '对外标识，出现在网址和 CKAN 接口中';
comment on column opendata.dataset.number is '登记编号';
comment on column opendata.dataset.resource_code is '信息资源代码';
comment on column opendata.dataset.resource_version is '登记时的资源版本';
comment on column opendata.dataset.source is '数据中枢中的来源数据集';
comment on column opendata.dataset.title is '标题';
comment on column opendata.dataset.description is '说明';
comment on column opendata.dataset.theme is '主题代码（DCAT theme）';
comment on column opendata.dataset.keywords is '关键词';
comment on column opendata.dataset.unit_id is '提供单位';
comment on column opendata.dataset.unit_code is '提供单位代码';
comment on column opendata.dataset.unit_name is '提供单位名称';
comment on column opendata.dataset.open_type is '开放属性：UNCONDITIONAL 无条件，CONDITIONAL 有条件';
comment on column opendata.dataset.licence is '许可代码';
comment on column opendata.dataset.cycle is '更新周期';
comment on column opendata.dataset.spatial is '空间范围，行政区划代码';
comment on column opendata.dataset.temporal_from is '数据起始日';
comment on column opendata.dataset.temporal_to is '数据截止日';
comment on column opendata.dataset.state is '状态';
comment on column opendata.dataset.version_number is '当前发布版本，0 为尚未发布';
comment on column opendata.dataset.checked is '最近一次匿名化检查的结果';
comment on column opendata.dataset.checked_at is '最近一次检查时间';
comment on column opendata.dataset.source_changed_at is '来源在当前版本之后又有新批次的时间';
comment on column opendata.dataset.issued_at is '首次发布时间';
comment on column opendata.dataset.modified_at is '当前版本发布时间';
comment on column opendata.dataset.next_due is '按更新周期下一次应更新的日期';
comment on column opendata.dataset.stopped_at is '停止提供时间';
comment on column opendata.dataset.stop_reason is '停止提供的原因';
comment on column opendata.dataset.registered_by is '登记人';
comment on column opendata.dataset.created_at is '登记时间';
comment on column opendata.dataset.is_demo is '演示数据';

create table opendata.dataset_column (
    dataset_id uuid not null references opendata.dataset on delete cascade,
    position   int not null,
    name       text not null,
    title      text not null,
    type       text not null,
    role       text not null,
    ladder     text not null,
    released   boolean not null,
    why        text not null default '',
    primary key (dataset_id, name)
);
comment on table opendata.dataset_column is '数据集的列：开放与否、在匿名化中的角色';
comment on column opendata.dataset_column.dataset_id is '数据集';
comment on column opendata.dataset_column.position is '次序';
comment on column opendata.dataset_column.name is '列名';
comment on column opendata.dataset_column.title is '中文名';
comment on column opendata.dataset_column.type is '类型';
comment on column opendata.dataset_column.role is '角色：PLAIN 一般，QUASI 准标识符，SENSITIVE 敏感属性，COUNT 计数，IDENTIFIER 直接标识符';
comment on column opendata.dataset_column.ladder is '泛化层级';
comment on column opendata.dataset_column.released is '是否开放';
comment on column opendata.dataset_column.why is '判定理由';

create table opendata.version (
    id              uuid primary key,
    dataset_id      uuid not null references opendata.dataset on delete cascade,
    number          int not null,
    source_snapshot bigint not null,
    served          text,
    served_snapshot bigint,
    licence         text not null,
    open_type       text not null,
    row_count       bigint not null,
    suppressed      bigint not null,
    hidden_cells    bigint not null,
    columns         jsonb not null,
    outcome         jsonb not null,
    classes         jsonb not null,
    released_at     timestamptz not null,
    released_by     uuid not null,
    withdrawn_at    timestamptz,
    unique (dataset_id, number)
);
comment on table opendata.version is '发布的版本，不可更改';
comment on column opendata.version.id is '版本标识';
comment on column opendata.version.dataset_id is '数据集';
comment on column opendata.version.number is '版本号';
comment on column opendata.version.source_snapshot is '来源数据集的快照号';
comment on column opendata.version.served is '供接口查询的数据集名';
comment on column opendata.version.served_snapshot is '供接口查询的快照号';
comment on column opendata.version.licence is '发布时的许可代码';
comment on column opendata.version.open_type is '发布时的开放属性';
comment on column opendata.version.row_count is '行数';
comment on column opendata.version.suppressed is '抑制的行数';
comment on column opendata.version.hidden_cells is '小单元隐藏的格数';
comment on column opendata.version.columns is '列字典';
comment on column opendata.version.outcome is '匿名化检查结果';
comment on column opendata.version.classes is '已发布的等价类计数，供以后版本做差分检查';
comment on column opendata.version.released_at is '发布时间';
comment on column opendata.version.released_by is '发布人';
comment on column opendata.version.withdrawn_at is '撤回时间';

create table opendata.distribution (
    id         uuid primary key,
    version_id uuid not null references opendata.version on delete cascade,
    format     text not null,
    file_id    uuid not null,
    bytes      bigint not null,
    sm3        text not null,
    unique (version_id, format)
);
comment on table opendata.distribution is '版本的文件（DCAT Distribution）';
comment on column opendata.distribution.id is '文件标识，用作 CKAN 的 resource id';
comment on column opendata.distribution.version_id is '版本';
comment on column opendata.distribution.format is '格式：CSV、JSON、XLSX';
comment on column opendata.distribution.file_id is '文件存储标识';
comment on column opendata.distribution.bytes is '字节数';
comment on column opendata.distribution.sm3 is '内容的 SM3 摘要';

create table opendata.download (
    id             uuid primary key,
    dataset_id     uuid not null,
    version        int not null,
    format         text not null,
    licence        text not null,
    party_id       uuid,
    application_id uuid,
    at             timestamptz not null
);
comment on table opendata.download is '下载记录：谁、哪个版本、依据哪个许可';
comment on column opendata.download.id is '记录标识';
comment on column opendata.download.dataset_id is '数据集';
comment on column opendata.download.version is '版本号';
comment on column opendata.download.format is '格式';
comment on column opendata.download.licence is '许可代码';
comment on column opendata.download.party_id is '下载人，匿名下载为空';
comment on column opendata.download.application_id is '依据的申请，有条件开放时必有';
comment on column opendata.download.at is '下载时间';

create table opendata.usage_day (
    dataset_id uuid not null,
    day        date not null,
    views      bigint not null default 0,
    downloads  bigint not null default 0,
    calls      bigint not null default 0,
    primary key (dataset_id, day)
);
comment on table opendata.usage_day is '数据集每日使用量';
comment on column opendata.usage_day.dataset_id is '数据集';
comment on column opendata.usage_day.day is '日期';
comment on column opendata.usage_day.views is '浏览次数';
comment on column opendata.usage_day.downloads is '下载次数';
comment on column opendata.usage_day.calls is '接口调用次数';

create table opendata.api_key (
    id         uuid primary key,
    party_id   uuid not null,
    title      text not null,
    purpose    text not null,
    hash       bytea not null unique,
    hint       text not null,
    quota      bigint not null,
    created_at timestamptz not null,
    ended_at   timestamptz
);
comment on table opendata.api_key is '开发者接口密钥，只存摘要';
comment on column opendata.api_key.id is '密钥标识';
comment on column opendata.api_key.party_id is '持有人';
comment on column opendata.api_key.title is '应用名称';
comment on column opendata.api_key.purpose is '用途';
comment on column opendata.api_key.hash is '密钥的 SM3 摘要';
comment on column opendata.api_key.hint is '密钥末四位';
comment on column opendata.api_key.quota is '每日调用上限';
comment on column opendata.api_key.created_at is '签发时间';
comment on column opendata.api_key.ended_at is '停用时间';

create table opendata.quota_use (
    holder text not null,
    day    date not null,
    calls  bigint not null,
    primary key (holder, day)
);
comment on table opendata.quota_use is '每日配额使用';
comment on column opendata.quota_use.holder is '持有者：密钥标识或者网络地址的摘要';
comment on column opendata.quota_use.day is '日期';
comment on column opendata.quota_use.calls is '已用次数';

create table opendata.key_use (
    key_id     uuid not null references opendata.api_key on delete cascade,
    dataset_id uuid not null,
    last_at    timestamptz not null,
    primary key (key_id, dataset_id)
);
comment on table opendata.key_use is '密钥调用过的数据集，撤回时据此通知';
comment on column opendata.key_use.key_id is '密钥';
comment on column opendata.key_use.dataset_id is '数据集';
comment on column opendata.key_use.last_at is '最近一次调用';

create table opendata.application (
    id         uuid primary key,
    number     text not null unique,
    dataset_id uuid not null,
    party_id   uuid not null,
    unit_id    uuid not null,
    purpose    text not null,
    security   text not null,
    expected   text not null,
    state      text not null,
    applied_at timestamptz not null,
    due_at     timestamptz,
    answer     text not null default '',
    agreed_at  timestamptz,
    agreed_by  uuid,
    expires_on date,
    results    text not null default '',
    results_at timestamptz,
    is_demo    boolean not null
);
comment on table opendata.application is '有条件开放的申请';
comment on column opendata.application.id is '申请标识，与其办理件相同';
comment on column opendata.application.number is '申请编号';
comment on column opendata.application.dataset_id is '数据集';
comment on column opendata.application.party_id is '申请人';
comment on column opendata.application.unit_id is '数据提供单位';
comment on column opendata.application.purpose is '使用用途';
comment on column opendata.application.security is '安全保障措施';
comment on column opendata.application.expected is '预期成果';
comment on column opendata.application.state is '状态';
comment on column opendata.application.applied_at is '提交时间';
comment on column opendata.application.due_at is '审核期限';
comment on column opendata.application.answer is '审核意见';
comment on column opendata.application.agreed_at is '签署协议时间';
comment on column opendata.application.agreed_by is '签署人';
comment on column opendata.application.expires_on is '到期日';
comment on column opendata.application.results is '成果登记';
comment on column opendata.application.results_at is '成果登记时间';
comment on column opendata.application.is_demo is '演示数据';

create table opendata.correction (
    id          uuid primary key,
    number      text not null unique,
    dataset_id  uuid not null,
    version     int not null,
    unit_id     uuid not null,
    party_id    uuid,
    what        text not null,
    state       text not null,
    sent_at     timestamptz not null,
    due_at      timestamptz,
    answer      text not null default '',
    answered_at timestamptz,
    is_demo     boolean not null
);
comment on table opendata.correction is '数据纠错';
comment on column opendata.correction.id is '纠错标识，与其办理件相同';
comment on column opendata.correction.number is '编号';
comment on column opendata.correction.dataset_id is '数据集';
comment on column opendata.correction.version is '针对的版本';
comment on column opendata.correction.unit_id is '数据提供单位';
comment on column opendata.correction.party_id is '提出人，匿名为空';
comment on column opendata.correction.what is '问题描述';
comment on column opendata.correction.state is '状态';
comment on column opendata.correction.sent_at is '提出时间';
comment on column opendata.correction.due_at is '答复期限';
comment on column opendata.correction.answer is '答复';
comment on column opendata.correction.answered_at is '答复时间';
comment on column opendata.correction.is_demo is '演示数据';

create table opendata.wish (
    id          uuid primary key,
    number      text not null unique,
    title       text not null,
    detail      text not null,
    party_id    uuid not null,
    state       text not null,
    sent_at     timestamptz not null,
    votes       int not null default 0,
    answer      text not null default '',
    answered_at timestamptz,
    is_demo     boolean not null
);
comment on table opendata.wish is '数据需求征集';
comment on column opendata.wish.id is '需求标识，与其办理件相同';
comment on column opendata.wish.number is '编号';
comment on column opendata.wish.title is '想要什么数据';
comment on column opendata.wish.detail is '说明';
comment on column opendata.wish.party_id is '提出人';
comment on column opendata.wish.state is '状态';
comment on column opendata.wish.sent_at is '提出时间';
comment on column opendata.wish.votes is '点赞数';
comment on column opendata.wish.answer is '答复';
comment on column opendata.wish.answered_at is '答复时间';
comment on column opendata.wish.is_demo is '演示数据';

create table opendata.wish_vote (
    wish_id  uuid not null references opendata.wish on delete cascade,
    party_id uuid not null,
    at       timestamptz not null,
    primary key (wish_id, party_id)
);
comment on table opendata.wish_vote is '数据需求的点赞，一人一次';
comment on column opendata.wish_vote.wish_id is '需求';
comment on column opendata.wish_vote.party_id is '点赞人';
comment on column opendata.wish_vote.at is '时间';

create table opendata.reuse (
    id          uuid primary key,
    number      text not null unique,
    title       text not null,
    kind        text not null,
    description text not null,
    link        text not null,
    dataset_ids uuid[] not null,
    party_id    uuid not null,
    state       text not null,
    sent_at     timestamptz not null,
    answer      text not null default '',
    answered_at timestamptz,
    is_demo     boolean not null
);
comment on table opendata.reuse is '利用成果';
comment on column opendata.reuse.id is '成果标识，与其办理件相同';
comment on column opendata.reuse.number is '编号';
comment on column opendata.reuse.title is '成果名称';
comment on column opendata.reuse.kind is '类型';
comment on column opendata.reuse.description is '介绍';
comment on column opendata.reuse.link is '网址';
comment on column opendata.reuse.dataset_ids is '用到的数据集';
comment on column opendata.reuse.party_id is '提交人';
comment on column opendata.reuse.state is '状态';
comment on column opendata.reuse.sent_at is '提交时间';
comment on column opendata.reuse.answer is '审核意见';
comment on column opendata.reuse.answered_at is '审核时间';
comment on column opendata.reuse.is_demo is '演示数据';

create table opendata.operation_grant (
    id             uuid primary key,
    number         text not null unique,
    operator_id    uuid not null,
    operator_name  text not null,
    scope          text not null,
    resource_codes text[] not null,
    security       text not null,
    revenue        text not null,
    starts_on      date not null,
    ends_on        date not null,
    state          text not null,
    publicity_to   date,
    signed_at      timestamptz,
    created_at     timestamptz not null,
    is_demo        boolean not null
);
comment on table opendata.operation_grant is '公共数据授权运营';
comment on column opendata.operation_grant.id is '授权标识，与其办理件相同';
comment on column opendata.operation_grant.number is '授权编号';
comment on column opendata.operation_grant.operator_id is '运营机构';
comment on column opendata.operation_grant.operator_name is '运营机构名称';
comment on column opendata.operation_grant.scope is '授权范围';
comment on column opendata.operation_grant.resource_codes is '授权的信息资源';
comment on column opendata.operation_grant.security is '安全要求';
comment on column opendata.operation_grant.revenue is '收益约定';
comment on column opendata.operation_grant.starts_on is '起始日';
comment on column opendata.operation_grant.ends_on is '终止日';
comment on column opendata.operation_grant.state is '状态';
comment on column opendata.operation_grant.publicity_to is '公示截止日';
comment on column opendata.operation_grant.signed_at is '签约时间';
comment on column opendata.operation_grant.created_at is '登记时间';
comment on column opendata.operation_grant.is_demo is '演示数据';

create table opendata.product (
    id              uuid primary key,
    registration    text not null unique,
    grant_id        uuid not null references opendata.operation_grant,
    title           text not null,
    scene           text not null,
    processing      text not null,
    resource_codes  text[] not null,
    fields          jsonb not null,
    public_interest boolean not null,
    state           text not null,
    stopped_at      timestamptz,
    stop_reason     text not null default '',
    registered_at   timestamptz not null,
    is_demo         boolean not null
);
comment on table opendata.product is '数据产品';
comment on column opendata.product.id is '产品标识';
comment on column opendata.product.registration is '登记号';
comment on column opendata.product.grant_id is '所属授权';
comment on column opendata.product.title is '产品名称';
comment on column opendata.product.scene is '应用场景';
comment on column opendata.product.processing is '加工方式';
comment on column opendata.product.resource_codes is '来源资源';
comment on column opendata.product.fields is '产品字段';
comment on column opendata.product.public_interest is '是否用于公益治理，公益产品无偿';
comment on column opendata.product.state is '状态：SUPPLIED 供给中，STOPPED 停供';
comment on column opendata.product.stopped_at is '停供时间';
comment on column opendata.product.stop_reason is '停供原因';
comment on column opendata.product.registered_at is '登记时间';
comment on column opendata.product.is_demo is '演示数据';

create table opendata.product_price (
    product_id uuid not null references opendata.product on delete cascade,
    starts_on  date not null,
    fen        bigint not null check (fen >= 0),
    primary key (product_id, starts_on)
);
comment on table opendata.product_price is '产品单价，按生效日';
comment on column opendata.product_price.product_id is '产品';
comment on column opendata.product_price.starts_on is '生效日';
comment on column opendata.product_price.fen is '每次调用的单价，分';

create table opendata.product_use (
    id         uuid primary key,
    product_id uuid not null references opendata.product on delete cascade,
    user_id    uuid not null,
    user_name  text not null,
    at         timestamptz not null,
    fen        bigint not null,
    purpose    text not null,
    is_demo    boolean not null
);
comment on table opendata.product_use is '产品的每一次调用，账单据此逐笔复算';
comment on column opendata.product_use.id is '调用标识';
comment on column opendata.product_use.product_id is '产品';
comment on column opendata.product_use.user_id is '使用方';
comment on column opendata.product_use.user_name is '使用方名称';
comment on column opendata.product_use.at is '调用时间';
comment on column opendata.product_use.fen is '当时的单价，分';
comment on column opendata.product_use.purpose is '用途';
comment on column opendata.product_use.is_demo is '演示数据';

create index on opendata.dataset (state, modified_at desc);
create index on opendata.dataset (resource_code);
create index on opendata.dataset (source);
create index on opendata.dataset (next_due) where state = 'published';
create index on opendata.download (dataset_id, party_id);
create index on opendata.download (party_id, at desc);
create index on opendata.api_key (party_id);
create index on opendata.application (party_id, applied_at desc);
create index on opendata.application (dataset_id, party_id);
create index on opendata.application (expires_on) where state = 'granted';
create index on opendata.correction (dataset_id, sent_at desc);
create index on opendata.correction (party_id) where party_id is not null;
create index on opendata.wish (state, votes desc);
create index on opendata.reuse (state, sent_at desc);
create index on opendata.product (state);
create index on opendata.product_use (product_id, user_id, at);

create view opendata.product_call as
select u.id, u.product_id, p.title, u.user_id, u.user_name, u.at, u.fen / 100.0 as price, u.purpose
  from opendata.product_use u join opendata.product p on p.id = u.product_id;
comment on view opendata.product_call is '数据产品的每一次调用，附产品名称';
comment on column opendata.product_call.id is '调用标识';
comment on column opendata.product_call.product_id is '产品';
comment on column opendata.product_call.title is '产品名称';
comment on column opendata.product_call.user_id is '使用方';
comment on column opendata.product_call.user_name is '使用方名称';
comment on column opendata.product_call.at is '调用时间';
comment on column opendata.product_call.price is '当时的单价，元';
comment on column opendata.product_call.purpose is '用途';
