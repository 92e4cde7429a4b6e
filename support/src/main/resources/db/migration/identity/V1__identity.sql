create table identity.account (
    person_id     uuid primary key,
    login_name    text not null unique,
    password_hash text not null,
    failures      int  not null default 0,
    locked_until  timestamptz,
    state         text not null default 'active' check (state in ('active', 'suspended')),
    last_login_at timestamptz,
    opened_at     timestamptz not null,
    note          text not null default '',
    tour          int  not null default 9,
    is_demo       boolean not null default false
);
create index account_tour on identity.account (tour, login_name) where is_demo and note <> '';
comment on table identity.account is '登录账号';
comment on column identity.account.person_id is '自然人主体标识';
comment on column identity.account.login_name is '账号名';
comment on column identity.account.password_hash is '口令摘要（bcrypt，加盐）';
comment on column identity.account.failures is '连续失败次数';
comment on column identity.account.locked_until is '锁定截止时间';
comment on column identity.account.state is '状态：正常、停用';
comment on column identity.account.last_login_at is '最近登录时间';
comment on column identity.account.opened_at is '开通时间，未登录过的账号由此计算闲置';
comment on column identity.account.note is '演示说明';
comment on column identity.account.tour is '演示账号显示顺序';
comment on column identity.account.is_demo is '是否演示数据';

create table identity.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);
comment on table identity.session is '登录会话（各节点共用）';
comment on column identity.session.primary_id is '内部标识';
comment on column identity.session.session_id is '会话标识';
comment on column identity.session.creation_time is '建立时间（毫秒）';
comment on column identity.session.last_access_time is '最近访问时间（毫秒）';
comment on column identity.session.max_inactive_interval is '最长闲置（秒）';
comment on column identity.session.expiry_time is '失效时间（毫秒）';
comment on column identity.session.principal_name is '登录主体';

create table identity.session_attributes (
    session_primary_id char(36)     not null references identity.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
comment on table identity.session_attributes is '会话属性';
comment on column identity.session_attributes.session_primary_id is '所属会话的内部标识';
comment on column identity.session_attributes.attribute_name is '属性名';
comment on column identity.session_attributes.attribute_bytes is '属性值（序列化）';

create index account_last_login on identity.account (last_login_at, person_id);

create table identity.challenge (
    id            uuid        primary key,
    purpose       text        not null check (purpose in ('REGISTER', 'RESET', 'REACTIVATE')),
    facts_sealed  bytea       not null,
    phone_blind   bytea       not null,
    visitor_blind bytea       not null,
    sent_at       timestamptz not null,
    expires_at    timestamptz not null,
    failures      int         not null default 0,
    used_at       timestamptz
);
create index challenge_phone on identity.challenge (phone_blind, sent_at desc);
create index challenge_visitor on identity.challenge (visitor_blind, sent_at desc);
create index challenge_expiry on identity.challenge (expires_at);
comment on table identity.challenge is '短信验证：注册、找回口令和恢复账号时发出的验证码';
comment on column identity.challenge.id is '标识';
comment on column identity.challenge.purpose is '用途：REGISTER 注册，RESET 找回口令，REACTIVATE 恢复冻结的账号';
comment on column identity.challenge.facts_sealed is '申请内容和验证码（密文 JSON）';
comment on column identity.challenge.phone_blind is '手机号码盲索引，用于限制发送次数';
comment on column identity.challenge.visitor_blind is '来访地址盲索引，用于限制发送次数';
comment on column identity.challenge.sent_at is '发出时间';
comment on column identity.challenge.expires_at is '失效时间';
comment on column identity.challenge.failures is '输错次数';
comment on column identity.challenge.used_at is '使用时间';

create table identity.sign_in (
    id            uuid        primary key,
    person_id     uuid        not null,
    session_id    text        not null,
    at            timestamptz not null,
    means         text        not null,
    capacity      text        not null,
    source_sealed bytea       not null,
    device        text        not null,
    recorded_at   timestamptz not null default now(),
    ended_at      timestamptz,
    ended_by      text        not null default ''
);
create index sign_in_person on identity.sign_in (person_id, at desc);
create index sign_in_live on identity.sign_in (session_id) where ended_at is null;
create index sign_in_capacity on identity.sign_in (capacity) where ended_at is null;
create index sign_in_at on identity.sign_in (at);
comment on table identity.sign_in is '登录记录：每次登录一行，登录终止时写明原因';
comment on column identity.sign_in.id is '标识';
comment on column identity.sign_in.person_id is '自然人主体标识';
comment on column identity.sign_in.session_id is '会话标识';
comment on column identity.sign_in.at is '登录时间';
comment on column identity.sign_in.means is '登录方式：PASSWORD 口令，CODE 口令加动态验证码，RECOVERY 口令加恢复码，PASSKEY 通行密钥，REGISTRATION 注册后直接登录';
comment on column identity.sign_in.capacity is '现以何种身份办理';
comment on column identity.sign_in.source_sealed is '来访地址（密文）';
comment on column identity.sign_in.device is '设备说明，由浏览器标识得出';
comment on column identity.sign_in.recorded_at is '写入时间（数据库时钟）';
comment on column identity.sign_in.ended_at is '终止时间，空为未终止';
comment on column identity.sign_in.ended_by is '终止原因';

create table identity.failed_sign_in (
    id           uuid        primary key,
    person_id    uuid,
    source_blind bytea       not null,
    at           timestamptz not null
);
create index failed_sign_in_source on identity.failed_sign_in (source_blind, at desc);
create index failed_sign_in_person on identity.failed_sign_in (person_id, at desc);
create index failed_sign_in_at on identity.failed_sign_in (at);
comment on table identity.failed_sign_in is '登录失败记录，用于按来访地址限制尝试';
comment on column identity.failed_sign_in.id is '标识';
comment on column identity.failed_sign_in.person_id is '所试账号的自然人主体标识，账号不存在时为空';
comment on column identity.failed_sign_in.source_blind is '来访地址盲索引';
comment on column identity.failed_sign_in.at is '时间';

create table identity.authenticator (
    person_id     uuid        primary key,
    secret_sealed bytea       not null,
    made_at       timestamptz not null,
    confirmed_at  timestamptz,
    last_step     bigint      not null default 0
);
comment on table identity.authenticator is '动态验证码（TOTP，RFC 6238）';
comment on column identity.authenticator.person_id is '自然人主体标识';
comment on column identity.authenticator.secret_sealed is '密钥（密文）';
comment on column identity.authenticator.made_at is '生成时间';
comment on column identity.authenticator.confirmed_at is '确认启用时间，空为未启用';
comment on column identity.authenticator.last_step is '最近用过的时间步，用过的不能再用';

create table identity.recovery_code (
    person_id  uuid        not null,
    code_blind bytea       not null,
    used_at    timestamptz,
    primary key (person_id, code_blind)
);
comment on table identity.recovery_code is '恢复码：验证器丢失时使用，每个只能用一次';
comment on column identity.recovery_code.person_id is '自然人主体标识';
comment on column identity.recovery_code.code_blind is '恢复码的加密摘要（HMAC-SM3），不存原文';
comment on column identity.recovery_code.used_at is '使用时间';

create table identity.passkey (
    credential_id   bytea       primary key,
    id              uuid        not null unique,
    person_id       uuid        not null,
    name            text        not null,
    public_key      bytea       not null,
    sign_count      bigint      not null,
    uv_initialized  boolean     not null,
    backup_eligible boolean     not null,
    backup_state    boolean     not null,
    transports      text        not null,
    attestation     bytea,
    client_data     bytea,
    made_at         timestamptz not null,
    last_used_at    timestamptz not null
);
create index passkey_person on identity.passkey (person_id, made_at);
comment on table identity.passkey is '通行密钥（WebAuthn 凭据）';
comment on column identity.passkey.credential_id is '凭据标识';
comment on column identity.passkey.id is '内部标识';
comment on column identity.passkey.person_id is '自然人主体标识';
comment on column identity.passkey.name is '本人起的名称';
comment on column identity.passkey.public_key is '公钥（COSE）';
comment on column identity.passkey.sign_count is '签名计数';
comment on column identity.passkey.uv_initialized is '登记时是否核验了使用人';
comment on column identity.passkey.backup_eligible is '是否可以备份';
comment on column identity.passkey.backup_state is '是否已备份';
comment on column identity.passkey.transports is '通信方式';
comment on column identity.passkey.attestation is '登记时的证明对象';
comment on column identity.passkey.client_data is '登记时的客户端数据';
comment on column identity.passkey.made_at is '登记时间';
comment on column identity.passkey.last_used_at is '最近使用时间';

create table identity.passkey_owner (
    person_id uuid  primary key,
    handle    bytea not null unique
);
comment on table identity.passkey_owner is '通行密钥的用户句柄：随机值，不含个人信息';
comment on column identity.passkey_owner.person_id is '自然人主体标识';
comment on column identity.passkey_owner.handle is '用户句柄';

create table identity.face_check (
    id          uuid        primary key,
    person_id   uuid        not null,
    level       smallint    not null,
    provider    text        not null,
    nonce       text        not null,
    page        text        not null,
    return_path text        not null,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    outcome     text        not null default '' check (outcome in ('', 'PASSED', 'FAILED')),
    answered_at timestamptz
);
create index face_check_person on identity.face_check (person_id, asked_at desc);
comment on table identity.face_check is '人脸核验请求';
comment on column identity.face_check.id is '请求标识';
comment on column identity.face_check.person_id is '自然人主体标识';
comment on column identity.face_check.level is '通过后达到的实名等级';
comment on column identity.face_check.provider is '核验服务';
comment on column identity.face_check.nonce is '随机数，结果必须带回';
comment on column identity.face_check.page is '核验服务的页面';
comment on column identity.face_check.return_path is '核验后回到的页面';
comment on column identity.face_check.asked_at is '请求时间';
comment on column identity.face_check.expires_at is '失效时间';
comment on column identity.face_check.outcome is '结果：PASSED 通过，FAILED 未通过，空为未返回';
comment on column identity.face_check.answered_at is '结果返回时间';

create table identity.level_proof (
    id         uuid        primary key,
    person_id  uuid        not null,
    level      smallint    not null,
    method     text        not null,
    provider   text        not null,
    proved_on  date        not null,
    valid_to   date        not null,
    proved_at  timestamptz not null
);
create index level_proof_person on identity.level_proof (person_id, valid_to desc);
comment on table identity.level_proof is '实名等级的提升依据，过期后自动不再计入';
comment on column identity.level_proof.id is '标识，与核验请求相同';
comment on column identity.level_proof.person_id is '自然人主体标识';
comment on column identity.level_proof.level is '达到的实名等级';
comment on column identity.level_proof.method is '方式：FACE 人脸核验';
comment on column identity.level_proof.provider is '核验服务';
comment on column identity.level_proof.proved_on is '核验日期';
comment on column identity.level_proof.valid_to is '有效期止（当日仍有效）';
comment on column identity.level_proof.proved_at is '核验时间';
create table identity.client (
    id                uuid        primary key,
    client_id         text        not null unique,
    name              text        not null,
    unit_id           uuid        not null,
    kind              text        not null check (kind in ('CONFIDENTIAL', 'PUBLIC')),
    secret_digest     text        not null default '',
    redirect_uris     text[]      not null,
    post_logout_uris  text[]      not null default '{}',
    backchannel_uri   text        not null default '',
    ticket_uri        text        not null default '',
    scopes            text[]      not null,
    state             text        not null default 'active' check (state in ('active', 'suspended')),
    registered_at     timestamptz not null,
    secret_changed_at timestamptz,
    version           int         not null default 1
);
create index client_name on identity.client (name, id);
create index client_unit on identity.client (unit_id);
comment on table identity.client is '接入应用：以本平台统一身份登录的其他系统';
comment on column identity.client.id is '标识';
comment on column identity.client.client_id is '应用编号（client_id）';
comment on column identity.client.name is '应用名称，办事人在同意页看到';
comment on column identity.client.unit_id is '责任单位';
comment on column identity.client.kind is '类型：CONFIDENTIAL 能保管密钥的服务端应用，PUBLIC 不能保管密钥的应用';
comment on column identity.client.secret_digest is '应用密钥的加密摘要（HMAC-SM3），不存原文';
comment on column identity.client.redirect_uris is '登录后的返回地址，逐字匹配';
comment on column identity.client.post_logout_uris is '退出后的返回地址，逐字匹配';
comment on column identity.client.backchannel_uri is '后台退出通知地址';
comment on column identity.client.ticket_uri is '票据进入地址';
comment on column identity.client.scopes is '可以申请的信息范围';
comment on column identity.client.state is '状态：正常、停用';
comment on column identity.client.registered_at is '登记时间';
comment on column identity.client.secret_changed_at is '密钥更换时间';
comment on column identity.client.version is '版本号';

create table identity.signing_key (
    id             uuid        primary key,
    private_sealed bytea       not null,
    public_key     text        not null,
    made_at        timestamptz not null,
    signs_from     timestamptz not null,
    published_to   timestamptz
);
create index signing_key_from on identity.signing_key (signs_from desc);
comment on table identity.signing_key is '身份令牌签名密钥（RS256），定期更换，新旧并存一段时间';
comment on column identity.signing_key.id is '标识，即 kid';
comment on column identity.signing_key.private_sealed is '私钥（密文 JWK）';
comment on column identity.signing_key.public_key is '公钥（JWK）';
comment on column identity.signing_key.made_at is '生成时间';
comment on column identity.signing_key.signs_from is '开始签名的时间，此前只公布公钥';
comment on column identity.signing_key.published_to is '公钥公布到何时，空为现行';

create table identity.openid_session (
    sid                uuid        primary key,
    session_primary_id char(36)    not null unique,
    person_id          uuid        not null,
    issuer             text        not null,
    means              text        not null,
    began_at           timestamptz not null default now(),
    ended_at           timestamptz
);
create index openid_session_began on identity.openid_session (began_at);
comment on table identity.openid_session is '接入应用看到的登录会话，与平台会话一一对应';
comment on column identity.openid_session.sid is '会话标识（sid）';
comment on column identity.openid_session.session_primary_id is '平台会话的内部标识';
comment on column identity.openid_session.person_id is '自然人主体标识';
comment on column identity.openid_session.issuer is '签发者地址';
comment on column identity.openid_session.means is '登录方式，同登录记录';
comment on column identity.openid_session.began_at is '首次登录接入应用的时间（数据库时钟）';
comment on column identity.openid_session.ended_at is '平台会话终止的时间（数据库时钟）';

create table identity.openid_grant (
    id            uuid        primary key,
    client_id     uuid        not null references identity.client (id),
    person_id     uuid        not null,
    sid           uuid        not null references identity.openid_session (sid),
    state_blind   bytea,
    code_blind    bytea,
    access_blind  bytea,
    refresh_blind bytea,
    spent_blind   bytea,
    id_blind      bytea,
    body_sealed   bytea       not null,
    version       int         not null,
    expires_at    timestamptz not null,
    ended_at      timestamptz
);
create index openid_grant_state on identity.openid_grant (state_blind) where state_blind is not null;
create index openid_grant_code on identity.openid_grant (code_blind) where code_blind is not null;
create index openid_grant_access on identity.openid_grant (access_blind) where access_blind is not null;
create index openid_grant_refresh on identity.openid_grant (refresh_blind) where refresh_blind is not null;
create index openid_grant_spent on identity.openid_grant (spent_blind) where spent_blind is not null;
create index openid_grant_id_token on identity.openid_grant (id_blind) where id_blind is not null;
create index openid_grant_sid on identity.openid_grant (sid, client_id);
create index openid_grant_person on identity.openid_grant (person_id, client_id);
create index openid_grant_expiry on identity.openid_grant (expires_at);
comment on table identity.openid_grant is '授权：一次登录接入应用所发的授权码和令牌';
comment on column identity.openid_grant.id is '标识';
comment on column identity.openid_grant.client_id is '接入应用';
comment on column identity.openid_grant.person_id is '自然人主体标识';
comment on column identity.openid_grant.sid is '会话标识';
comment on column identity.openid_grant.state_blind is '同意页状态值的加密摘要';
comment on column identity.openid_grant.code_blind is '授权码的加密摘要';
comment on column identity.openid_grant.access_blind is '访问令牌的加密摘要';
comment on column identity.openid_grant.refresh_blind is '刷新令牌的加密摘要';
comment on column identity.openid_grant.spent_blind is '上一个已用过的刷新令牌的加密摘要，再次出现即为重放';
comment on column identity.openid_grant.id_blind is '身份令牌的加密摘要';
comment on column identity.openid_grant.body_sealed is '授权内容（密文）';
comment on column identity.openid_grant.version is '版本号，防止同一授权码同时使用两次';
comment on column identity.openid_grant.expires_at is '最晚失效时间';
comment on column identity.openid_grant.ended_at is '提前终止的时间，空为未终止';

create table identity.consent (
    client_id uuid        not null references identity.client (id),
    person_id uuid        not null,
    scopes    text[]      not null,
    given_at  timestamptz not null,
    primary key (person_id, client_id)
);
create index consent_client on identity.consent (client_id);
comment on table identity.consent is '个人同意：同意向接入应用提供哪些信息';
comment on column identity.consent.client_id is '接入应用';
comment on column identity.consent.person_id is '自然人主体标识';
comment on column identity.consent.scopes is '同意提供的信息范围';
comment on column identity.consent.given_at is '最近一次同意的时间';

create table identity.logout_delivery (
    id           uuid        primary key default gen_random_uuid(),
    client_id    uuid        not null references identity.client (id),
    sid          uuid        not null references identity.openid_session (sid),
    made_at      timestamptz not null default now(),
    due_at       timestamptz,
    attempts     int         not null default 0,
    delivered_at timestamptz,
    given_up_at  timestamptz,
    answer       text        not null default ''
);
create index logout_delivery_due on identity.logout_delivery (due_at nulls first) where delivered_at is null and given_up_at is null;
create index logout_delivery_client on identity.logout_delivery (client_id, made_at desc);
create index logout_delivery_sid on identity.logout_delivery (sid);
comment on table identity.logout_delivery is '后台退出通知：平台会话终止时逐个通知接入应用';
comment on column identity.logout_delivery.id is '标识';
comment on column identity.logout_delivery.client_id is '接入应用';
comment on column identity.logout_delivery.sid is '会话标识';
comment on column identity.logout_delivery.made_at is '生成时间（数据库时钟）';
comment on column identity.logout_delivery.due_at is '下次发送时间，空为尽快';
comment on column identity.logout_delivery.attempts is '已发送次数';
comment on column identity.logout_delivery.delivered_at is '对方确认的时间';
comment on column identity.logout_delivery.given_up_at is '不再重试的时间';
comment on column identity.logout_delivery.answer is '对方最近一次的回应';

create table identity.ticket (
    ticket_blind bytea       primary key,
    client_id    uuid        not null references identity.client (id),
    person_id    uuid        not null,
    sid          uuid        not null references identity.openid_session (sid),
    signed_in_at timestamptz not null,
    capacity     text        not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);
create index ticket_expiry on identity.ticket (expires_at);
create index ticket_sid on identity.ticket (sid, client_id);
comment on table identity.ticket is '登录票据：已登录的人进入接入应用时交给对方，只能换一次';
comment on column identity.ticket.ticket_blind is '票据的加密摘要';
comment on column identity.ticket.client_id is '接入应用';
comment on column identity.ticket.person_id is '自然人主体标识';
comment on column identity.ticket.sid is '会话标识';
comment on column identity.ticket.signed_in_at is '登录时间';
comment on column identity.ticket.capacity is '以何种身份办理';
comment on column identity.ticket.expires_at is '失效时间';
comment on column identity.ticket.used_at is '换取时间';

create table identity.client_event (
    id            uuid        primary key,
    client_id     text        not null,
    client_name   text        not null,
    kind          text        not null,
    detail        text        not null,
    visitor_blind bytea,
    at            timestamptz not null
);
create index client_event_at on identity.client_event (at desc, id);
create index client_event_client on identity.client_event (client_id, at desc);
create index client_event_visitor on identity.client_event (visitor_blind, at desc);
comment on table identity.client_event is '接入安全事件：被拒绝的请求、重放、未送达的退出通知';
comment on column identity.client_event.id is '标识';
comment on column identity.client_event.client_id is '对方所称的应用编号';
comment on column identity.client_event.client_name is '应用名称，未登记时为空';
comment on column identity.client_event.kind is '事件类型';
comment on column identity.client_event.detail is '说明';
comment on column identity.client_event.visitor_blind is '来访地址盲索引，用于限制尝试次数';
comment on column identity.client_event.at is '时间';

-- Whatever ends a session, even a statement by hand, ends what it gave to other systems and tells them. Only a session
-- that merely ran out does not: who works on in another system must not be thrown out there.
create function identity.end_openid_session() returns trigger language plpgsql as $$
declare ended uuid;
begin
    update identity.openid_session set ended_at = now()
     where session_primary_id = old.primary_id and ended_at is null returning sid into ended;
    if ended is not null then
        update identity.openid_grant set ended_at = now() where sid = ended and ended_at is null;
        insert into identity.logout_delivery (client_id, sid)
        select c.id, ended from identity.client c
         where c.backchannel_uri <> ''
           and (exists (select 1 from identity.openid_grant g where g.sid = ended and g.client_id = c.id and g.code_blind is not null)
             or exists (select 1 from identity.ticket t where t.sid = ended and t.client_id = c.id and t.used_at is not null));
    end if;
    return null;
end $$;
create trigger session_ended after delete on identity.session
    for each row when (old.expiry_time > extract(epoch from now()) * 1000) execute function identity.end_openid_session();

create table identity.delegation (
    id           uuid        primary key,
    principal_id uuid        not null,
    enterprise   boolean     not null,
    agent_id     uuid        not null,
    relation     text        not null check (relation in ('ENTRUSTED', 'HANDLER', 'GUARDIAN')),
    items        text[]      not null default '{}',
    item_names   text[]      not null default '{}',
    level        smallint    not null,
    valid_from   date        not null,
    valid_to     date        not null,
    state        text        not null
        check (state in ('REQUESTED', 'OFFERED', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'REVOKED', 'RESIGNED')),
    replaces     uuid,
    offered_at   timestamptz not null,
    reminded_at  timestamptz,
    version      int         not null default 1,
    is_demo      boolean     not null default false,
    check (valid_to >= valid_from),
    check (cardinality(items) = cardinality(item_names))
);
create index delegation_principal on identity.delegation (principal_id, offered_at desc, id desc);
create index delegation_agent on identity.delegation (agent_id, offered_at desc, id desc);
comment on table identity.delegation is '授权代办：自然人委托、企业经办人任命、监护关系的授予过程；生效后的代理关系在主体库';
comment on column identity.delegation.id is '标识，与生效后的代理关系相同';
comment on column identity.delegation.principal_id is '委托人、企业或者被监护人';
comment on column identity.delegation.enterprise is '委托人是否法人';
comment on column identity.delegation.agent_id is '代理人、经办人、监护人';
comment on column identity.delegation.relation is '关系：ENTRUSTED 委托，HANDLER 企业经办，GUARDIAN 监护';
comment on column identity.delegation.items is '可代办事项的实施编码，空为全部事项';
comment on column identity.delegation.item_names is '授权当日的事项名称，与实施编码一一对应';
comment on column identity.delegation.level is '要求代理人达到的实名等级';
comment on column identity.delegation.valid_from is '生效日（北京时间）';
comment on column identity.delegation.valid_to is '终止日，当日仍有效（北京时间）';
comment on column identity.delegation.state is '状态';
comment on column identity.delegation.replaces is '接受后随之终止的授权（移交）';
comment on column identity.delegation.offered_at is '发起时间';
comment on column identity.delegation.reminded_at is '代理人最近一次请求续授权的时间';
comment on column identity.delegation.version is '版本号';
comment on column identity.delegation.is_demo is '是否演示数据';

create table identity.delegation_event (
    delegation_id uuid        not null references identity.delegation (id) on delete cascade,
    sequence      int         not null,
    at            timestamptz not null,
    person_id     uuid        not null,
    what          text        not null,
    note          text        not null default '',
    primary key (delegation_id, sequence)
);
comment on table identity.delegation_event is '授权代办经过：只增不改';
comment on column identity.delegation_event.delegation_id is '所属授权';
comment on column identity.delegation_event.sequence is '序号';
comment on column identity.delegation_event.at is '时间';
comment on column identity.delegation_event.person_id is '行为人';
comment on column identity.delegation_event.what is '做了什么';
comment on column identity.delegation_event.note is '说明';

create table identity.failed_lookup (
    person_id uuid        not null,
    at        timestamptz not null
);
create index failed_lookup_person on identity.failed_lookup (person_id, at desc);
comment on table identity.failed_lookup is '查找代理人、被监护人未符的记录，用于限制次数';
comment on column identity.failed_lookup.person_id is '查找人';
comment on column identity.failed_lookup.at is '时间';

create table identity.guardianship (
    case_id     uuid        primary key,
    guardian_id uuid        not null,
    ward_sealed bytea       not null,
    ward_blind  bytea       not null,
    kinship     text        not null check (kinship in ('FATHER', 'MOTHER', 'APPOINTED')),
    filed_at    timestamptz not null,
    ward_id     uuid,
    is_demo     boolean     not null default false
);
create index guardianship_guardian on identity.guardianship (guardian_id, filed_at desc);
create index guardianship_ward on identity.guardianship (ward_blind);
comment on table identity.guardianship is '监护关系核验申请';
comment on column identity.guardianship.case_id is '核验件';
comment on column identity.guardianship.guardian_id is '申请人（监护人）';
comment on column identity.guardianship.ward_sealed is '被监护人姓名和公民身份号码（密文 JSON）';
comment on column identity.guardianship.ward_blind is '被监护人公民身份号码盲索引';
comment on column identity.guardianship.kinship is '关系：FATHER 父亲，MOTHER 母亲，APPOINTED 其他依法确定的监护人';
comment on column identity.guardianship.filed_at is '申请时间';
comment on column identity.guardianship.ward_id is '核验后被监护人的主体标识';
comment on column identity.guardianship.is_demo is '是否演示数据';

create view identity.guardianship_case as
select id, number, title, state, unit_id, area_code, applicant_id, applicant_masked, due_at, opened_at, closed_at, outcome,
       is_demo
  from cases.matter_list where type = 'identity.guardianship';
comment on view identity.guardianship_case is '监护关系核验件（记录视图）';
