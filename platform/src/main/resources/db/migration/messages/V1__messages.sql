create table messages.message (
    id         uuid        primary key,
    recipient  uuid        not null,
    template   text        not null,
    title      text        not null,
    body       text        not null,
    link       text,
    created_at timestamptz not null,
    read_at    timestamptz
);
create index message_inbox on messages.message (recipient, id desc);
create index message_unread on messages.message (recipient) where read_at is null;
comment on table messages.message is '站内消息';
comment on column messages.message.id is '标识';
comment on column messages.message.recipient is '收件主体标识';
comment on column messages.message.template is '模板';
comment on column messages.message.title is '标题';
comment on column messages.message.body is '正文';
comment on column messages.message.link is '站内链接';
comment on column messages.message.created_at is '产生时间';
comment on column messages.message.read_at is '阅读时间';

create table messages.outbox (
    id         uuid        primary key,
    message_id uuid        not null references messages.message,
    channel    text        not null check (channel in ('MAIL', 'SMS')),
    state      text        not null check (state in ('WAITING', 'SENT', 'RECORDED', 'NO_ADDRESS', 'FAILED')),
    attempts   int         not null default 0,
    next_at    timestamptz not null,
    error      text,
    ended_at   timestamptz
);
create index outbox_waiting on messages.outbox (next_at) where state = 'WAITING';
comment on table messages.outbox is '待发消息；地址在发送时才查询，不在此保存';
comment on column messages.outbox.id is '标识';
comment on column messages.outbox.message_id is '消息';
comment on column messages.outbox.channel is '渠道：MAIL 邮件，SMS 短信';
comment on column messages.outbox.state is '状态：WAITING 待发，SENT 已发，RECORDED 仅记录未发，NO_ADDRESS 无地址，FAILED 失败';
comment on column messages.outbox.attempts is '已尝试次数';
comment on column messages.outbox.next_at is '下次尝试时间';
comment on column messages.outbox.error is '最近失败原因';
comment on column messages.outbox.ended_at is '结束时间';
