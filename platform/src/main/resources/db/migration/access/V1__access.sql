create table access.role (
    id     text primary key,
    name   text not null,
    origin text not null check (origin in ('house', 'city'))
);
comment on table access.role is '角色';
comment on column access.role.id is '角色标识';
comment on column access.role.name is '角色名称';
comment on column access.role.origin is '来源：house 随软件发布，city 本地自定';

create table access.permission (
    id    text primary key,
    title text not null
);
comment on table access.permission is '权限（随软件发布）';
comment on column access.permission.id is '权限标识 <模块>.<对象>.<动作>';
comment on column access.permission.title is '权限名称';

create table access.grant_row (
    role       text not null,
    permission text not null,
    reach      text not null check (reach in ('ALL', 'UNIT_TREE', 'UNIT', 'AREA', 'OWN')),
    origin     text not null check (origin in ('house', 'city')),
    primary key (role, permission)
);
comment on table access.grant_row is '授权：角色持有的权限及数据范围';
comment on column access.grant_row.role is '角色标识';
comment on column access.grant_row.permission is '权限标识';
comment on column access.grant_row.reach is '数据范围';
comment on column access.grant_row.origin is '来源：house 随软件发布，city 本地自定';

create sequence access.epoch_number;
create table access.epoch (
    number bigint not null,
    digest text   not null
);
comment on table access.epoch is '权限策略版本，各节点据此更新内存副本';
comment on column access.epoch.number is '版本号';
comment on column access.epoch.digest is '随软件发布策略的摘要';
