create table stewardship.column_grade (
    id uuid primary key,
    dataset text not null,
    column_name text not null,
    title text not null,
    unit_id uuid not null,
    category text not null,
    personal boolean not null,
    sensitive boolean not null,
    level int not null check (level between 1 and 6),
    suggested int not null,
    why text not null,
    state text not null,
    confirmed_name text,
    confirmed_at timestamptz,
    review_on date,
    version int not null,
    unique (dataset, column_name)
);
comment on table stewardship.column_grade is '列的分类分级';
comment on column stewardship.column_grade.id is '标识';
comment on column stewardship.column_grade.dataset is '数据集';
comment on column stewardship.column_grade.column_name is '列';
comment on column stewardship.column_grade.title is '列的中文名称';
comment on column stewardship.column_grade.unit_id is '责任单位';
comment on column stewardship.column_grade.category is '分类路径';
comment on column stewardship.column_grade.personal is '是否个人信息';
comment on column stewardship.column_grade.sensitive is '是否敏感个人信息';
comment on column stewardship.column_grade.level is '级别：1 至 4 一般数据，5 重要数据，6 核心数据';
comment on column stewardship.column_grade.suggested is '识别引擎建议的级别';
comment on column stewardship.column_grade.why is '依据';
comment on column stewardship.column_grade.state is '状态：SUGGESTED 建议，CONFIRMED 已确认';
comment on column stewardship.column_grade.confirmed_name is '确认人姓名';
comment on column stewardship.column_grade.confirmed_at is '确认时间';
comment on column stewardship.column_grade.review_on is '复核日期';
comment on column stewardship.column_grade.version is '版本';
create index column_grade_state on stewardship.column_grade (state);
create index column_grade_level on stewardship.column_grade (level);
create index column_grade_unit on stewardship.column_grade (unit_id);
create index column_grade_reviewed on stewardship.column_grade (review_on);

create table stewardship.dataset_grade (
    id uuid primary key,
    dataset text not null unique,
    title text not null,
    unit_id uuid not null,
    rows bigint not null,
    level int not null check (level between 1 and 6),
    label text not null,
    warning text not null,
    justification text not null,
    justified_name text,
    justified_at timestamptz,
    state text not null,
    at timestamptz not null
);
comment on table stewardship.dataset_grade is '数据集的定级：就高不就低，聚合后重新定级';
comment on column stewardship.dataset_grade.id is '标识';
comment on column stewardship.dataset_grade.dataset is '数据集';
comment on column stewardship.dataset_grade.title is '数据集名称';
comment on column stewardship.dataset_grade.unit_id is '责任单位';
comment on column stewardship.dataset_grade.rows is '定级时的行数';
comment on column stewardship.dataset_grade.level is '级别';
comment on column stewardship.dataset_grade.label is '级别的说法';
comment on column stewardship.dataset_grade.warning is '聚合重新定级的提示，空为没有';
comment on column stewardship.dataset_grade.justification is '人工论证意见';
comment on column stewardship.dataset_grade.justified_name is '论证人姓名';
comment on column stewardship.dataset_grade.justified_at is '论证时间';
comment on column stewardship.dataset_grade.state is '状态：SUGGESTED 建议，CONFIRMED 已确认，ARGUE 待人工论证';
comment on column stewardship.dataset_grade.at is '定级时间';
