create table portal.kept_form (
    id            uuid        primary key,
    token_blind   bytea       not null unique,
    fields_sealed bytea       not null,
    expires_at    timestamptz not null
);
create index kept_form_expiry on portal.kept_form (expires_at);
comment on table portal.kept_form is '表单暂存：登录失效时已提交而未能保存的内容，短期保留';
comment on column portal.kept_form.id is '标识';
comment on column portal.kept_form.token_blind is '取回凭据的盲索引；凭据本身只在本人浏览器中';
comment on column portal.kept_form.fields_sealed is '页面地址和填写内容（密文 JSON）';
comment on column portal.kept_form.expires_at is '失效时间';
