alter table oversight.card
    add column explained_in_time boolean generated always as (explained_at < explain_due) stored;
comment on column oversight.card.explained_in_time is '是否在说明期限内作出说明；尚未说明为空';
create index card_explained_in_time on oversight.card (explained_in_time, issued_at desc, id desc);
