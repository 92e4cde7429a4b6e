create table onestop.application (
    id             uuid primary key,
    item_code      text not null,
    item_version   int  not null,
    item_name      text not null,
    situation      text,
    form_id        text not null,
    form_version   int  not null,
    applicant_id   uuid not null,
    enterprise     boolean not null,
    agent_id       uuid,
    received_by    uuid,
    answers_sealed bytea not null,
    version        int  not null default 1,
    case_id        uuid unique,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    submitted_at   timestamptz,
    is_demo        boolean not null default false
);
create index application_applicant on onestop.application (applicant_id, updated_at desc);
create index application_received on onestop.application (received_by, updated_at desc)
    where received_by is not null and case_id is null;
create index application_stale on onestop.application (updated_at) where case_id is null;
comment on table onestop.application is '申报（草稿及提交后的表单）';
comment on column onestop.application.id is '申报标识';
comment on column onestop.application.item_code is '事项实施编码';
comment on column onestop.application.item_version is '事项版本';
comment on column onestop.application.item_name is '事项名称';
comment on column onestop.application.situation is '所选情形编码，只有一个情形或者未选为空';
comment on column onestop.application.form_id is '表单';
comment on column onestop.application.form_version is '表单版本';
comment on column onestop.application.applicant_id is '申请人主体';
comment on column onestop.application.enterprise is '申请人是否法人';
comment on column onestop.application.agent_id is '经办人（代办时）';
comment on column onestop.application.received_by is '窗口收件人员，网上申报为空';
comment on column onestop.application.answers_sealed is '填报内容（密文 JSON）';
comment on column onestop.application.version is '版本号（乐观锁）';
comment on column onestop.application.case_id is '提交后的办件';
comment on column onestop.application.created_at is '开始填写时间';
comment on column onestop.application.updated_at is '最近保存时间';
comment on column onestop.application.submitted_at is '提交时间';
comment on column onestop.application.is_demo is '是否演示数据';

create table onestop.application_file (
    application_id uuid not null,
    file_id        uuid not null,
    field          text not null,
    name           text not null,
    added_at       timestamptz not null,
    licence_id     uuid,
    primary key (application_id, file_id)
);
create index application_file_file on onestop.application_file (file_id);
comment on table onestop.application_file is '申报附件';
comment on column onestop.application_file.application_id is '申报标识';
comment on column onestop.application_file.file_id is '文件标识';
comment on column onestop.application_file.field is '表单字段';
comment on column onestop.application_file.name is '文件名';
comment on column onestop.application_file.added_at is '上传时间';
comment on column onestop.application_file.licence_id is '引用的电子证照；自己上传的为空';

create view onestop.matter as
select id, number, title, state, unit_id, area_code, applicant_id, applicant_kind, applicant_masked, agent_id,
       agent_masked, data ->> 'relation' as relation, due_at, clock_state,
       opened_at, accepted_at, decided_at, closed_at, outcome, data, is_demo,
       data ->> 'itemCode' as item_code,
       coalesce(data ->> 'channel', '9') as channel,
       data ->> 'offline' as offline,
       data ->> 'offlineStep' as offline_step,
       coalesce(data ->> 'online', '') = 'true' as online,
       coalesce(outcome, '') in ('granted', 'refused', 'rejected', 'elsewhere', 'revoked', 'retracted') as result,
       coalesce(data ->> 'archived', '') <> '' as archived
  from cases.matter_list where type = 'onestop.matter';
comment on view onestop.matter is '政务服务办件（记录视图）';
comment on column onestop.matter.item_code is '事项实施编码';
comment on column onestop.matter.channel is '申请渠道（办理形式代码）';
comment on column onestop.matter.offline is '第一个线下环节的渠道，没有线下环节为空';
comment on column onestop.matter.offline_step is '第一个线下环节';
comment on column onestop.matter.online is '事项是否可以网上办理（申请时）';
comment on column onestop.matter.result is '是否有办理结果（准予、不予许可、不予受理）';
comment on column onestop.matter.archived is '是否已归档';

create table onestop.held_page (
    application_id uuid        not null references onestop.application (id) on delete cascade,
    person_id      uuid        not null,
    page           text        not null,
    fields_sealed  bytea       not null,
    held_at        timestamptz not null,
    primary key (application_id, person_id, page)
);
comment on table onestop.held_page is '暂存页：因代理权、办理身份被拒时已经填写的内容，只给填写人看';
comment on column onestop.held_page.application_id is '申报标识';
comment on column onestop.held_page.person_id is '填写人';
comment on column onestop.held_page.page is '页面';
comment on column onestop.held_page.fields_sealed is '填写的内容（密文 JSON）';
comment on column onestop.held_page.held_at is '暂存时间';
