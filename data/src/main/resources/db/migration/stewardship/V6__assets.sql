create table stewardship.asset (
    id uuid primary key,
    number text not null unique,
    name text not null,
    resource text not null unique,
    dataset text,
    unit_id uuid not null,
    cost numeric(16,2) not null,
    keeper text not null,
    keep_until date,
    state text not null,
    registered_on date not null,
    last_used_on date,
    quality numeric(6,2),
    version int not null,
    is_demo boolean not null default false
);
comment on table stewardship.asset is '数据资产：一资源一资产号';
comment on column stewardship.asset.id is '标识';
comment on column stewardship.asset.number is '资产号';
comment on column stewardship.asset.name is '名称';
comment on column stewardship.asset.resource is '信息资源代码';
comment on column stewardship.asset.dataset is '数据集';
comment on column stewardship.asset.unit_id is '权属单位';
comment on column stewardship.asset.cost is '形成成本（元）';
comment on column stewardship.asset.keeper is '保存责任人';
comment on column stewardship.asset.keep_until is '保管期限';
comment on column stewardship.asset.state is '状态：REGISTERED 登记，IN_USE 在用，IDLE 闲置，DISPOSED 已处置';
comment on column stewardship.asset.registered_on is '登记日期';
comment on column stewardship.asset.last_used_on is '最近一次被使用的日期';
comment on column stewardship.asset.quality is '质量分';
comment on column stewardship.asset.version is '版本';
comment on column stewardship.asset.is_demo is '是否演示数据';
create index asset_unit on stewardship.asset (unit_id);
create index asset_state on stewardship.asset (state);
create index asset_used on stewardship.asset (last_used_on);
create index asset_dataset on stewardship.asset (dataset);

create table stewardship.asset_version (
    asset_id uuid not null references stewardship.asset,
    version int not null,
    at timestamptz not null,
    by_name text not null,
    unit_id uuid not null,
    state text not null,
    reason text not null,
    primary key (asset_id, version)
);
comment on table stewardship.asset_version is '资产的历史：权属、状态每次变化留一版';
comment on column stewardship.asset_version.asset_id is '所属资产';
comment on column stewardship.asset_version.version is '版本';
comment on column stewardship.asset_version.at is '时间';
comment on column stewardship.asset_version.by_name is '经办人姓名';
comment on column stewardship.asset_version.unit_id is '权属单位';
comment on column stewardship.asset_version.state is '状态';
comment on column stewardship.asset_version.reason is '事由';

create table stewardship.asset_transfer (
    id uuid primary key,
    asset_id uuid not null references stewardship.asset,
    asset_number text not null,
    from_unit uuid not null,
    to_unit uuid not null,
    reason text not null,
    transferred_on date not null,
    by_name text not null
);
comment on table stewardship.asset_transfer is '机构合并引起的资产划转';
comment on column stewardship.asset_transfer.id is '标识';
comment on column stewardship.asset_transfer.asset_id is '资产';
comment on column stewardship.asset_transfer.asset_number is '资产号';
comment on column stewardship.asset_transfer.from_unit is '原权属单位';
comment on column stewardship.asset_transfer.to_unit is '现权属单位';
comment on column stewardship.asset_transfer.reason is '依据的文件和事由';
comment on column stewardship.asset_transfer.transferred_on is '划转日期';
comment on column stewardship.asset_transfer.by_name is '经办人姓名';
create index asset_transfer_asset on stewardship.asset_transfer (asset_id);
create index asset_transfer_from on stewardship.asset_transfer (from_unit);
create index asset_transfer_to on stewardship.asset_transfer (to_unit);
create index asset_transfer_on on stewardship.asset_transfer (transferred_on);

create table stewardship.data_use (
    dataset text not null,
    used_on date not null,
    kind text not null,
    calls bigint not null,
    primary key (dataset, used_on, kind)
);
comment on table stewardship.data_use is '数据集每天被使用的次数';
comment on column stewardship.data_use.dataset is '数据集';
comment on column stewardship.data_use.used_on is '日期';
comment on column stewardship.data_use.kind is '使用方式';
comment on column stewardship.data_use.calls is '次数';

create table stewardship.data_reference (
    id uuid primary key,
    dataset text not null,
    kind text not null,
    user_key text not null,
    title text not null,
    at timestamptz not null,
    unique (dataset, kind, user_key)
);
comment on table stewardship.data_reference is '下游引用：谁用着这个数据集';
comment on column stewardship.data_reference.id is '标识';
comment on column stewardship.data_reference.dataset is '数据集';
comment on column stewardship.data_reference.kind is '类别：INDICATOR 指标，DATASET 数据集，SERVICE 接口，OPEN 开放数据';
comment on column stewardship.data_reference.user_key is '引用方标识';
comment on column stewardship.data_reference.title is '引用方名称';
comment on column stewardship.data_reference.at is '登记时间';

create table stewardship.asset_check (
    id uuid primary key,
    number text not null unique,
    unit_id uuid,
    books int not null,
    stored int not null,
    listed int not null,
    agreeing int not null,
    differing int not null,
    at timestamptz not null,
    by_name text not null
);
comment on table stewardship.asset_check is '资产盘点：账、库、目录三方核对';
comment on column stewardship.asset_check.id is '标识';
comment on column stewardship.asset_check.number is '盘点批次';
comment on column stewardship.asset_check.unit_id is '盘点的单位，空为全部';
comment on column stewardship.asset_check.books is '账上资产数';
comment on column stewardship.asset_check.stored is '库中数据集数';
comment on column stewardship.asset_check.listed is '目录中资源数';
comment on column stewardship.asset_check.agreeing is '三方一致数';
comment on column stewardship.asset_check.differing is '差异数';
comment on column stewardship.asset_check.at is '盘点时间';
comment on column stewardship.asset_check.by_name is '盘点人姓名';
create index asset_check_at on stewardship.asset_check (at);

create table stewardship.asset_difference (
    id uuid primary key,
    check_id uuid not null references stewardship.asset_check,
    check_number text not null,
    kind text not null,
    asset_number text not null,
    resource text not null,
    dataset text not null,
    unit_id uuid,
    title text not null,
    explanation text not null,
    state text not null,
    settled_name text,
    settled_at timestamptz,
    at timestamptz not null
);
comment on table stewardship.asset_difference is '盘点差异单';
comment on column stewardship.asset_difference.id is '标识';
comment on column stewardship.asset_difference.check_id is '盘点';
comment on column stewardship.asset_difference.check_number is '盘点批次';
comment on column stewardship.asset_difference.kind is '差异：NOT_STORED 账有库无，NOT_LISTED 账有目录无，NOT_BOOKED 库有账无，LISTED_ONLY 目录有账无';
comment on column stewardship.asset_difference.asset_number is '资产号';
comment on column stewardship.asset_difference.resource is '信息资源代码';
comment on column stewardship.asset_difference.dataset is '数据集';
comment on column stewardship.asset_difference.unit_id is '责任单位';
comment on column stewardship.asset_difference.title is '名称';
comment on column stewardship.asset_difference.explanation is '处理说明';
comment on column stewardship.asset_difference.state is '状态：OPEN 待处理，SETTLED 已处理';
comment on column stewardship.asset_difference.settled_name is '处理人姓名';
comment on column stewardship.asset_difference.settled_at is '处理时间';
comment on column stewardship.asset_difference.at is '发现时间';
create index asset_difference_check on stewardship.asset_difference (check_id);
create index asset_difference_number on stewardship.asset_difference (check_number);
create index asset_difference_kind on stewardship.asset_difference (kind);
create index asset_difference_state on stewardship.asset_difference (state);
create index asset_difference_unit on stewardship.asset_difference (unit_id);
create index asset_difference_at on stewardship.asset_difference (at);
