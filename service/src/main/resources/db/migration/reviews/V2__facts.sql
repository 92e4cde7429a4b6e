create view reviews.evaluation_facts as
select e.id, e.case_id, e.item_code, e.unit_id, e.satisfaction, e.channel, e.given_at,
       not exists (select 1 from reviews.exclusion x where x.evaluation_id = e.id) as counted, e.is_demo
  from reviews.evaluation e;
comment on view reviews.evaluation_facts is '评价事实：供主题库统计，不含评价人、评价内容和来源';
