create table licences.licence (
    id                 uuid primary key,
    identifier         text not null unique,
    type_code          text not null,
    number             text not null unique,
    case_id            uuid,
    unit_id            uuid not null,
    holder_id          uuid not null,
    holder_sealed      bytea not null,
    holder_masked      text  not null,
    holder_code_sealed bytea not null,
    holder_code_blind  bytea not null,
    holder_code_type   text  not null,
    surface_sealed     bytea not null,
    issued_on          date not null,
    valid_from         date not null,
    valid_to           date not null,
    state              text not null,
    version            int  not null default 1,
    ofd_file_id        uuid,
    pdf_file_id        uuid,
    ofd_sm3            text,
    area_code          text not null,
    is_demo            boolean not null default false
);
create index licence_holder on licences.licence (holder_id, issued_on desc);
create index licence_holder_code on licences.licence (holder_code_blind);
create index licence_unit on licences.licence (unit_id, issued_on desc, id);
create index licence_issued on licences.licence (issued_on desc, id);
create index licence_case on licences.licence (case_id);
create index licence_sm3 on licences.licence (ofd_sm3);
comment on table licences.licence is '电子证照';
comment on column licences.licence.id is '内部标识';
comment on column licences.licence.identifier is '证照标识（GB/T 36904）';
comment on column licences.licence.type_code is '证照类型代码（21 位）';
comment on column licences.licence.number is '证照编号';
comment on column licences.licence.case_id is '来源办件';
comment on column licences.licence.unit_id is '颁发机构';
comment on column licences.licence.holder_id is '持证主体';
comment on column licences.licence.holder_sealed is '持证主体名称（密文）';
comment on column licences.licence.holder_masked is '持证主体名称（脱敏；法人不脱敏）';
comment on column licences.licence.holder_code_sealed is '持证主体代码（密文）';
comment on column licences.licence.holder_code_blind is '持证主体代码盲索引';
comment on column licences.licence.holder_code_type is '持证主体代码类型：001 统一社会信用代码，111 公民身份号码';
comment on column licences.licence.surface_sealed is '照面信息（密文 JSON）';
comment on column licences.licence.issued_on is '颁发日期';
comment on column licences.licence.valid_from is '有效期起';
comment on column licences.licence.valid_to is '有效期止';
comment on column licences.licence.state is '证照状态';
comment on column licences.licence.version is '版本号';
comment on column licences.licence.ofd_file_id is '版式文件（OFD）';
comment on column licences.licence.pdf_file_id is '版式文件（PDF）';
comment on column licences.licence.ofd_sm3 is '版式文件摘要';
comment on column licences.licence.area_code is '属地区划';
comment on column licences.licence.is_demo is '是否演示数据';

create table licences.serial (
    type_code text not null,
    year      int  not null,
    last      bigint not null,
    primary key (type_code, year)
);
comment on table licences.serial is '证照流水号';
comment on column licences.serial.type_code is '证照类型代码';
comment on column licences.serial.year is '年度';
comment on column licences.serial.last is '已用到的流水号';

create index licence_ending on licences.licence (valid_to, id);

create view licences.issue_facts as
select id, type_code, unit_id, issued_on, valid_to, state, is_demo from licences.licence;
comment on view licences.issue_facts is '证照的签发情况，不含持证主体，供其他系统统计';
comment on column licences.issue_facts.id is '内部标识';
comment on column licences.issue_facts.type_code is '证照类型代码（21 位）';
comment on column licences.issue_facts.unit_id is '颁发机构';
comment on column licences.issue_facts.issued_on is '颁发日期';
comment on column licences.issue_facts.valid_to is '有效期止';
comment on column licences.issue_facts.state is '证照状态';
comment on column licences.issue_facts.is_demo is '是否演示数据';
