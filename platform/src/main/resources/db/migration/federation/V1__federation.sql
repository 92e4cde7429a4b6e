create table federation.peer (
    code          text        primary key,
    name          text        not null,
    level         text        not null check (level in ('PROVINCE', 'CITY')),
    address       text        not null,
    certificate   bytea       not null,
    fingerprint   text        not null,
    state         text        not null check (state in ('ACTIVE', 'SUSPENDED')),
    registered_by text        not null,
    registered_at timestamptz not null,
    heard_at      timestamptz,
    refusal       text        not null default '',
    version       int         not null,
    is_demo       boolean     not null default false
);
comment on table federation.peer is '级联节点：登记了证书、可以互相收发批次的上下级平台';
comment on column federation.peer.code is '节点代码（行政区划代码）';
comment on column federation.peer.name is '节点名称';
comment on column federation.peer.level is '层级：PROVINCE 省级，CITY 市级';
comment on column federation.peer.address is '访问地址';
comment on column federation.peer.certificate is '登记的 SM2 签名证书（DER），只认这一张';
comment on column federation.peer.fingerprint is '证书指纹（SM3）';
comment on column federation.peer.state is '状态：ACTIVE 启用，SUSPENDED 停用';
comment on column federation.peer.registered_by is '登记人';
comment on column federation.peer.registered_at is '登记时间';
comment on column federation.peer.heard_at is '最近一次收到它的有效批次或者回执的时间';
comment on column federation.peer.refusal is '最近一次拒收以它的名义送来的内容的原因';
comment on column federation.peer.version is '修订序号';
comment on column federation.peer.is_demo is '演示数据';

create table federation.lane (
    id          text        primary key,
    peer        text        not null references federation.peer,
    record_type text        not null,
    closed      bigint      not null default 0,
    settled     bigint      not null default 0,
    received    bigint      not null default 0,
    attempts    int         not null default 0,
    next_at     timestamptz not null,
    error       text        not null default '',
    unique (peer, record_type)
);
comment on table federation.lane is '通道：与一个节点之间的一类记录，批次在其中依次收发';
comment on column federation.lane.id is '标识：节点/记录类型';
comment on column federation.lane.peer is '节点';
comment on column federation.lane.record_type is '记录类型';
comment on column federation.lane.closed is '发出方向已封批的最后一个批次序号';
comment on column federation.lane.settled is '发出方向已收到回执的最后一个批次序号';
comment on column federation.lane.received is '接收方向已收下的最后一个批次序号';
comment on column federation.lane.attempts is '当前批次已试送次数';
comment on column federation.lane.next_at is '下次试送时间';
comment on column federation.lane.error is '最近一次试送未成的原因';

create table federation.batch (
    id          uuid        primary key,
    peer        text        not null,
    outgoing    boolean     not null,
    record_type text        not null,
    sequence    bigint      not null,
    cd_batch    text        not null,
    direction   text        not null check (direction in ('UP', 'DOWN')),
    data_source text        not null,
    row_count   int         not null check (row_count > 0),
    digest      text        not null,
    signature   bytea       not null,
    closed_at   timestamptz not null,
    state       text        not null check (state in ('WAITING', 'SETTLED')),
    settled_at  timestamptz,
    abnormal    int         not null default 0,
    unique (peer, outgoing, record_type, sequence),
    unique (peer, outgoing, cd_batch)
);
create index batch_waiting on federation.batch (peer, record_type, sequence) where state = 'WAITING';
create index batch_closed on federation.batch (closed_at);
comment on table federation.batch is '级联批次（前置库语义）：发出的和收下的';
comment on column federation.batch.id is '标识';
comment on column federation.batch.peer is '对方节点';
comment on column federation.batch.outgoing is '是否本平台发出';
comment on column federation.batch.record_type is '记录类型';
comment on column federation.batch.sequence is '通道内的批次序号，从 1 起不间断';
comment on column federation.batch.cd_batch is '批次号';
comment on column federation.batch.direction is '方向：UP 上报，DOWN 下发';
comment on column federation.batch.data_source is '数据来源（行政区划代码）';
comment on column federation.batch.row_count is '行数';
comment on column federation.batch.digest is '批次正文的 SM3 摘要';
comment on column federation.batch.signature is '发出方对批次正文的 SM2 签名';
comment on column federation.batch.closed_at is '封批时间';
comment on column federation.batch.state is '状态：WAITING 待对方收下，SETTLED 已收下';
comment on column federation.batch.settled_at is '收下的时间';
comment on column federation.batch.abnormal is '退回的行数';

create table federation.exchange (
    id           uuid        primary key,
    number       bigint      generated always as identity,
    row_guid     uuid        not null,
    peer         text        not null,
    outgoing     boolean     not null,
    record_type  text        not null,
    record_id    text        not null,
    label        text        not null,
    unit_id      uuid,
    data_source  text        not null,
    cd_operation text        not null check (cd_operation in ('I', 'U', 'D')),
    cd_time      timestamptz not null,
    batch_id     uuid        references federation.batch,
    cd_batch     text,
    content      bytea       not null,
    size         int         not null,
    digest       bytea       not null,
    state        text        not null check (state in ('WAITING', 'SENT', 'TAKEN', 'RETURNED')),
    unique (peer, outgoing, row_guid)
);
create index exchange_waiting on federation.exchange (peer, record_type, number) where batch_id is null;
create index exchange_batch on federation.exchange (batch_id, number);
create index exchange_record on federation.exchange (peer, outgoing, record_type, record_id, number desc);
create index exchange_time on federation.exchange (cd_time);
comment on table federation.exchange is '交换行：已上报的记录不物理删除，以 D 操作表示；内容加密';
comment on column federation.exchange.id is '标识';
comment on column federation.exchange.number is '先后次序';
comment on column federation.exchange.row_guid is '行标识，每次操作一个';
comment on column federation.exchange.peer is '对方节点';
comment on column federation.exchange.outgoing is '是否本平台发出';
comment on column federation.exchange.record_type is '记录类型';
comment on column federation.exchange.record_id is '记录标识，同一记录的各次操作相同';
comment on column federation.exchange.label is '供责任单位辨认的名称，个人信息已脱敏；收下的行为空';
comment on column federation.exchange.unit_id is '责任单位';
comment on column federation.exchange.data_source is '数据来源（行政区划代码）';
comment on column federation.exchange.cd_operation is '操作：I 新增，U 变更，D 删除';
comment on column federation.exchange.cd_time is '操作时间';
comment on column federation.exchange.batch_id is '所在批次，未封批为空';
comment on column federation.exchange.cd_batch is '批次号';
comment on column federation.exchange.content is '内容（加密的 JSON）';
comment on column federation.exchange.size is '内容的字节数';
comment on column federation.exchange.digest is '内容的带密钥摘要，相同内容不重复发送';
comment on column federation.exchange.state is '状态：WAITING 待封批，SENT 待回执，TAKEN 已收下，RETURNED 已退回';

create table federation.exchange_abnormal (
    row_guid       uuid        primary key,
    table_row_guid uuid        not null,
    peer           text        not null,
    outgoing       boolean     not null,
    record_type    text        not null,
    record_id      text        not null,
    label          text        not null,
    unit_id        uuid,
    cd_batch       text        not null,
    err_type       text        not null,
    err_message    text        not null,
    cd_time        timestamptz not null,
    state          text        not null check (state in ('OPEN', 'CLOSED')),
    closed_by      uuid,
    closed_at      timestamptz,
    unique (peer, outgoing, table_row_guid)
);
create index exchange_abnormal_open on federation.exchange_abnormal (peer, outgoing, record_type, record_id) where state = 'OPEN';
create index exchange_abnormal_time on federation.exchange_abnormal (cd_time);
comment on table federation.exchange_abnormal is '异常回写：被退回的行及原因，改正后再次发送并被收下即办结';
comment on column federation.exchange_abnormal.row_guid is '异常记录标识';
comment on column federation.exchange_abnormal.table_row_guid is '被退回的交换行';
comment on column federation.exchange_abnormal.peer is '对方节点';
comment on column federation.exchange_abnormal.outgoing is '被退回的行是否本平台发出';
comment on column federation.exchange_abnormal.record_type is '记录类型';
comment on column federation.exchange_abnormal.record_id is '记录标识';
comment on column federation.exchange_abnormal.label is '供责任单位辨认的名称，个人信息已脱敏';
comment on column federation.exchange_abnormal.unit_id is '责任单位';
comment on column federation.exchange_abnormal.cd_batch is '批次号';
comment on column federation.exchange_abnormal.err_type is '错误类型';
comment on column federation.exchange_abnormal.err_message is '错误说明';
comment on column federation.exchange_abnormal.cd_time is '回写时间';
comment on column federation.exchange_abnormal.state is '状态：OPEN 待改正，CLOSED 已办结';
comment on column federation.exchange_abnormal.closed_by is '改正后被收下的交换行';
comment on column federation.exchange_abnormal.closed_at is '办结时间';

create table federation.nonce (
    peer    text        not null references federation.peer,
    nonce   text        not null,
    seen_at timestamptz not null,
    primary key (peer, nonce)
);
create index nonce_seen on federation.nonce (seen_at);
comment on table federation.nonce is '见过的一次性随机数，防止重放；过了时间窗即清除';
comment on column federation.nonce.peer is '节点';
comment on column federation.nonce.nonce is '随机数';
comment on column federation.nonce.seen_at is '收到时间';
