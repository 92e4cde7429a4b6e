create table rules.parameter_version (
    id             uuid primary key,
    key            text        not null,
    version        integer     not null check (version > 0),
    title          text        not null,
    type           text        not null check (type in ('TERM', 'INTEGER', 'DECIMAL', 'TEXT', 'LIST', 'MONEY')),
    value          jsonb       not null,
    effective_from date        not null,
    effective_to   date check (effective_to >= effective_from),
    law            text        not null,
    law_number     text        not null,
    clause         text        not null,
    confidence     text        not null check (confidence in ('SURE', 'UNSURE', 'DESIGN')),
    origin         text        not null check (origin in ('HOUSE', 'CITY')),
    state          text        not null check (state in ('DRAFT', 'APPROVED')),
    proposed_by    uuid        not null,
    proposed_name  text        not null,
    proposed_at    timestamptz not null,
    approved_by    uuid,
    approved_name  text,
    approved_at    timestamptz,
    unique (key, version)
);
comment on table rules.parameter_version is '规则参数版本：每个参数随时间生效的取值及其依据';
comment on column rules.parameter_version.id is '版本标识（UUIDv7）';
comment on column rules.parameter_version.key is '参数键 <系统>.<参数>';
comment on column rules.parameter_version.version is '版本号，从 1 起';
comment on column rules.parameter_version.title is '参数名称';
comment on column rules.parameter_version.type is '取值类型：TERM 时限，INTEGER 整数，DECIMAL 小数，TEXT 文字，LIST 列表，MONEY 金额';
comment on column rules.parameter_version.value is '取值：时限和金额为文字，列表为数组';
comment on column rules.parameter_version.effective_from is '生效日';
comment on column rules.parameter_version.effective_to is '失效前最后一日，空为长期有效';
comment on column rules.parameter_version.law is '依据名称';
comment on column rules.parameter_version.law_number is '文号';
comment on column rules.parameter_version.clause is '条款';
comment on column rules.parameter_version.confidence is '把握：SURE 已确定，UNSURE 待确认，DESIGN 设计口径';
comment on column rules.parameter_version.origin is '来源：HOUSE 随软件发布，CITY 本地修订';
comment on column rules.parameter_version.state is '状态：DRAFT 草案，APPROVED 已批准';
comment on column rules.parameter_version.proposed_by is '起草人';
comment on column rules.parameter_version.proposed_name is '起草人姓名';
comment on column rules.parameter_version.proposed_at is '起草时间';
comment on column rules.parameter_version.approved_by is '批准人';
comment on column rules.parameter_version.approved_name is '批准人姓名';
comment on column rules.parameter_version.approved_at is '批准时间';

create table rules.revision (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into rules.revision (number) values (0);
comment on table rules.revision is '修订序号：任何参数变动时增大，各节点据此更新缓存';
comment on column rules.revision.only_row is '只有一行';
comment on column rules.revision.number is '序号';
