create or replace view onestop.matter as
select id, number, title, state, unit_id, area_code, applicant_id, applicant_kind, applicant_masked, agent_id,
       agent_masked, data ->> 'relation' as relation, due_at, clock_state,
       opened_at, accepted_at, decided_at, closed_at, outcome, data, is_demo,
       data ->> 'itemCode' as item_code,
       coalesce(data ->> 'channel', '9') as channel,
       data ->> 'offline' as offline,
       data ->> 'offlineStep' as offline_step,
       coalesce(data ->> 'online', '') = 'true' as online,
       coalesce(outcome, '') in ('granted', 'refused', 'rejected', 'elsewhere', 'revoked', 'retracted') as result,
       coalesce(data ->> 'archived', '') <> '' as archived,
       case when decided_at is not null
            then exists (select 1 from cases.clock_list c
                          where c.case_id = m.id and c.clock in ('promised', 'legal') and c.late) end as late
  from cases.matter_list m where type = 'onestop.matter';
comment on column onestop.matter.late is '作出决定时承诺时限或者法定时限是否已经超期；没有作出决定为空';
