create table reviews.evaluation (
    id             uuid primary key,
    case_id        uuid unique,
    case_number    text,
    visit          text unique,
    item_code      text,
    unit_id        uuid not null,
    service_window text,
    reviewer_id    uuid,
    handler_id     uuid,
    satisfaction   smallint not null check (satisfaction between 1 and 5),
    channel        smallint not null,
    own_accord     boolean not null,
    tags           text[] not null default '{}',
    words          text not null default '',
    anonymous      boolean not null,
    source         bytea,
    given_at       timestamptz not null,
    is_demo        boolean not null default false,
    check (case_id is not null or visit is not null)
);
create index evaluation_unit on reviews.evaluation (unit_id, given_at desc, id desc);
create index evaluation_item on reviews.evaluation (item_code, given_at desc);
create index evaluation_given on reviews.evaluation (given_at desc, id desc);
create index evaluation_source on reviews.evaluation (source, given_at) where source is not null;
comment on table reviews.evaluation is '政务服务评价（不得修改、删除）';
comment on column reviews.evaluation.id is '评价标识';
comment on column reviews.evaluation.case_id is '办件（一事一评）';
comment on column reviews.evaluation.case_number is '办件编号';
comment on column reviews.evaluation.visit is '现场服务编号（一次一评）';
comment on column reviews.evaluation.item_code is '事项实施编码';
comment on column reviews.evaluation.unit_id is '被评价机构';
comment on column reviews.evaluation.service_window is '窗口编号';
comment on column reviews.evaluation.reviewer_id is '评价人主体（匿名时为空）';
comment on column reviews.evaluation.handler_id is '决定人员';
comment on column reviews.evaluation.satisfaction is '满意度：1 非常满意 2 满意 3 基本满意 4 不满意 5 非常不满意';
comment on column reviews.evaluation.channel is '评价渠道：1 PC 端 2 移动服务端 3 二维码 4 政务大厅平板 5 政务大厅其他终端 6 电话 7 短信';
comment on column reviews.evaluation.own_accord is '是否主动评价（按评价当日的规则 reviews.own-accord.channels 认定）';
comment on column reviews.evaluation.tags is '评价标签';
comment on column reviews.evaluation.words is '评价内容';
comment on column reviews.evaluation.anonymous is '是否匿名';
comment on column reviews.evaluation.source is '来源特征的密钥杂凑值，用于发现刷评，不能还原';
comment on column reviews.evaluation.given_at is '评价时间';
comment on column reviews.evaluation.is_demo is '是否演示数据';

create table reviews.follow_up (
    id            uuid primary key,
    evaluation_id uuid not null unique references reviews.evaluation (id),
    words         text not null,
    given_at      timestamptz not null
);
comment on table reviews.follow_up is '追评，每个评价至多一次（不得修改、删除）';
comment on column reviews.follow_up.id is '追评标识';
comment on column reviews.follow_up.evaluation_id is '评价';
comment on column reviews.follow_up.words is '追评内容';
comment on column reviews.follow_up.given_at is '追评时间';

create table reviews.exclusion (
    evaluation_id uuid primary key references reviews.evaluation (id),
    case_id       uuid not null,
    reason        text not null,
    excluded_at   timestamptz not null
);
comment on table reviews.exclusion is '经两级审核认定不计入统计的评价，原评价保留';
comment on column reviews.exclusion.evaluation_id is '评价';
comment on column reviews.exclusion.case_id is '差评处置件';
comment on column reviews.exclusion.reason is '认定理由';
comment on column reviews.exclusion.excluded_at is '认定时间';

create table reviews.suspicion (
    evaluation_id uuid not null references reviews.evaluation (id),
    kind          text not null,
    found_at      timestamptz not null,
    primary key (evaluation_id, kind)
);
comment on table reviews.suspicion is '疑似刷评线索，供核查，不影响计分';
comment on column reviews.suspicion.evaluation_id is '评价';
comment on column reviews.suspicion.kind is '线索：SOURCE 同一来源多次评价，WORDS 内容雷同，HASTE 从打开评价页到提交不足规定秒数';
comment on column reviews.suspicion.found_at is '发现时间';

create function reviews.refuse() returns trigger language plpgsql as $$
begin
    raise exception '评价不得修改或者删除';
end
$$;
create trigger evaluation_kept before update or delete on reviews.evaluation
    for each row execute function reviews.refuse();
create trigger evaluation_never_emptied before truncate on reviews.evaluation
    for each statement execute function reviews.refuse();
create trigger follow_up_kept before update or delete on reviews.follow_up
    for each row execute function reviews.refuse();
create trigger follow_up_never_emptied before truncate on reviews.follow_up
    for each statement execute function reviews.refuse();

create view reviews.counted as
select e.* from reviews.evaluation e where not exists (select 1 from reviews.exclusion x where x.evaluation_id = e.id);
comment on view reviews.counted is '计入统计的评价';

create view reviews.evaluation_list as
select e.id, e.case_id, coalesce(e.case_number, e.visit) as number, e.item_code, e.unit_id, e.service_window, e.satisfaction::text as satisfaction,
       e.channel::text as channel, e.own_accord, array_to_string(e.tags, '、') as tags, e.words, e.anonymous, e.given_at,
       exists (select 1 from reviews.exclusion x where x.evaluation_id = e.id) as excluded,
       exists (select 1 from reviews.suspicion s where s.evaluation_id = e.id) as suspicious,
       (select string_agg(case s.kind when 'SOURCE' then '同一来源' when 'WORDS' then '内容雷同' else '评价过快' end, '、' order by s.kind desc)
          from reviews.suspicion s where s.evaluation_id = e.id) as clues,
       e.is_demo
  from reviews.evaluation e;
comment on view reviews.evaluation_list is '评价清单，不含评价人';

create view reviews.rectification as
select id, number, title, state, unit_id, applicant_id, applicant_masked, area_code, due_at, clock_state, opened_at,
       closed_at, outcome, subject_ref, data, is_demo
  from cases.matter_list where type = 'reviews.rectification';
comment on view reviews.rectification is '差评处置件';

create view reviews.finished_matter as
select id, number, title, unit_id, applicant_id, applicant_kind, applicant_masked, subject_ref, data, closed_at, is_demo
  from cases.matter_list where type = 'onestop.matter' and state = 'delivered';
comment on view reviews.finished_matter is '已送达、可以评价的办件';
