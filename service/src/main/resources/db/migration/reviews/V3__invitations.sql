create table reviews.invitation (
    case_id    uuid primary key,
    invited_at timestamptz not null
);
comment on table reviews.invitation is '已经邀请评价的办件，每件只邀请一次';
comment on column reviews.invitation.case_id is '办件';
comment on column reviews.invitation.invited_at is '邀请时间';

-- 回访结果：以最后一次回访为准；认定恶意的不计。实名差评未经回访认可不能办结，此前办结的都已认可。
create or replace view reviews.rectification as
select id, number, title, state, unit_id, applicant_id, applicant_masked, area_code, due_at, clock_state, opened_at,
       closed_at, outcome, subject_ref, data, is_demo,
       case when outcome = 'excluded' then null
            when outcome = 'rectified' and data ->> 'anonymous' = 'false' then 'satisfied'
            else data ->> 'revisit' end as revisit,
       outcome is not distinct from 'excluded' as excluded
  from cases.matter_list where type = 'reviews.rectification';
