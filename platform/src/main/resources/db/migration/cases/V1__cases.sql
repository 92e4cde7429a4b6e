create table cases.matter (
    id               uuid primary key,
    type             text        not null,
    type_version     int         not null,
    number           text,
    title            text        not null,
    state            text        not null,
    version          int         not null,
    sequence         int         not null,
    unit_id          uuid        not null,
    area_code        text,
    applicant_id     uuid        not null,
    applicant_kind   text        not null,
    applicant_name   bytea       not null,
    applicant_masked text        not null,
    agent_id         uuid,
    agent_name       bytea,
    agent_masked     text,
    subject_ref      text,
    due_at           timestamptz,
    clock_state      text        not null,
    opened_at        timestamptz not null,
    submitted_at     timestamptz,
    accepted_at      timestamptz,
    decided_at       timestamptz,
    closed_at        timestamptz,
    last_event_at    timestamptz not null,
    outcome          text,
    data             jsonb       not null,
    return_state     text,
    return_to        uuid,
    return_to_name   text,
    open_key         text,
    is_demo          boolean     not null
);
create unique index matter_number on cases.matter (number) where number is not null;
create unique index matter_open_key on cases.matter (open_key) where open_key is not null;
create index matter_unit_state on cases.matter (unit_id, state, opened_at desc, id desc);
create index matter_unit on cases.matter (unit_id, opened_at desc, id desc);
create index matter_applicant on cases.matter (applicant_id, opened_at desc, id desc);
create index matter_agent on cases.matter (agent_id, opened_at desc, id desc) where agent_id is not null;
create index matter_area on cases.matter (area_code text_pattern_ops, opened_at desc, id desc);
create index matter_standing on cases.matter (last_event_at, id) where closed_at is null;
create index matter_closed on cases.matter (type, closed_at) where closed_at is not null;
create index matter_subject on cases.matter (subject_ref text_pattern_ops, opened_at) where closed_at is null;
create index matter_due on cases.matter (unit_id, due_at) where closed_at is null and due_at is not null;
comment on table cases.matter is '办件：全平台各类在办、已办事项的主表';
comment on column cases.matter.id is '办件标识';
comment on column cases.matter.type is '办理类型';
comment on column cases.matter.type_version is '办理类型版本，在办件沿用建立时的版本';
comment on column cases.matter.number is '办件编号';
comment on column cases.matter.title is '标题，不含个人信息';
comment on column cases.matter.state is '状态';
comment on column cases.matter.version is '版本，每办理一个动作加一';
comment on column cases.matter.sequence is '办理过程的最后序号';
comment on column cases.matter.unit_id is '承办单位';
comment on column cases.matter.area_code is '办理地区划代码';
comment on column cases.matter.applicant_id is '申请人（主体标识）';
comment on column cases.matter.applicant_kind is '申请人类别：PERSON 自然人，ORGANISATION 法人';
comment on column cases.matter.applicant_name is '申请人姓名或名称（加密）';
comment on column cases.matter.applicant_masked is '申请人显示名称（自然人已脱敏）';
comment on column cases.matter.agent_id is '代理人、经办人';
comment on column cases.matter.agent_name is '代理人、经办人姓名（加密）';
comment on column cases.matter.agent_masked is '代理人、经办人显示名称（已脱敏）';
comment on column cases.matter.subject_ref is '办理对象在其他系统中的标识，如实施编码与版本';
comment on column cases.matter.due_at is '最早到期时点（正在计时的时限中最早的一个）';
comment on column cases.matter.clock_state is '计时状态';
comment on column cases.matter.opened_at is '建立时间';
comment on column cases.matter.submitted_at is '提交时间';
comment on column cases.matter.accepted_at is '受理时间';
comment on column cases.matter.decided_at is '决定时间';
comment on column cases.matter.closed_at is '结束时间';
comment on column cases.matter.last_event_at is '最近办理时间';
comment on column cases.matter.outcome is '办理结果';
comment on column cases.matter.data is '业务事实（不含个人信息）';
comment on column cases.matter.return_state is '退回后直送的环节';
comment on column cases.matter.return_to is '退回后直送的人员';
comment on column cases.matter.return_to_name is '退回后直送的人员姓名';
comment on column cases.matter.open_key is '防重复建立的键';
comment on column cases.matter.is_demo is '是否演示数据';

create table cases.task (
    id             uuid primary key,
    case_id        uuid        not null,
    kind           text        not null,
    status         text        not null,
    state          text        not null,
    title          text        not null,
    role           text,
    unit_id        uuid        not null,
    assignee_id    uuid,
    assignee_name  text,
    delegator_id   uuid,
    delegator_name text,
    parent_id      uuid,
    group_id       uuid,
    process_task   text,
    opened_at      timestamptz not null,
    opened_by      uuid        not null,
    opened_by_name text        not null,
    claimed_at     timestamptz,
    done_at        timestamptz,
    done_by        uuid,
    done_by_name   text,
    vote           boolean,
    due_at         timestamptz not null
);
create index task_case on cases.task (case_id);
create index task_claimable on cases.task (unit_id, role, due_at, id)
    where status = 'OPEN' and assignee_id is null;
create index task_mine on cases.task (assignee_id, due_at, id)
    where status in ('OPEN', 'SUSPENDED') and kind <> 'COPY' and assignee_id is not null;
create index task_copies on cases.task (assignee_id, opened_at desc, id desc)
    where kind = 'COPY';
create index task_done on cases.task (done_by, done_at desc, id desc)
    where status = 'DONE' and kind <> 'COPY';
create index task_unit_open on cases.task (unit_id, due_at, id)
    where status in ('OPEN', 'SUSPENDED') and kind <> 'COPY';
comment on table cases.task is '任务：全平台唯一的待办表';
comment on column cases.task.id is '任务标识';
comment on column cases.task.case_id is '办件';
comment on column cases.task.kind is '类别：HANDLE 办理，CONSULT 加签，JOINT 会签，PROCESS 流程，COPY 传阅';
comment on column cases.task.status is '状态：OPEN 待办，SUSPENDED 等待加签会签，DONE 已办，CANCELLED 已取消';
comment on column cases.task.state is '所在环节';
comment on column cases.task.title is '任务名称';
comment on column cases.task.role is '可签收的岗位';
comment on column cases.task.unit_id is '承办单位';
comment on column cases.task.assignee_id is '办理人，空为待签收';
comment on column cases.task.assignee_name is '办理人姓名';
comment on column cases.task.delegator_id is '委托人';
comment on column cases.task.delegator_name is '委托人姓名';
comment on column cases.task.parent_id is '发起加签、会签的任务';
comment on column cases.task.group_id is '会签组';
comment on column cases.task.process_task is '流程引擎中的任务标识';
comment on column cases.task.opened_at is '产生时间';
comment on column cases.task.opened_by is '产生人';
comment on column cases.task.opened_by_name is '产生人姓名';
comment on column cases.task.claimed_at is '签收时间';
comment on column cases.task.done_at is '办结时间';
comment on column cases.task.done_by is '办结人';
comment on column cases.task.done_by_name is '办结人姓名';
comment on column cases.task.vote is '意见：同意、不同意';
comment on column cases.task.due_at is '到期时点（随办件，用于排序；9999 年表示没有）';

create table cases.task_group (
    id           uuid primary key,
    case_id      uuid        not null,
    host_task_id uuid        not null,
    rule         text        not null,
    percent      int         not null,
    members      int         not null,
    agreed       int         not null,
    disagreed    int         not null,
    result       text        not null,
    opened_at    timestamptz not null,
    decided_at   timestamptz
);
create index task_group_case on cases.task_group (case_id);
comment on table cases.task_group is '会签组';
comment on column cases.task_group.id is '会签组标识';
comment on column cases.task_group.case_id is '办件';
comment on column cases.task_group.host_task_id is '发起会签的任务';
comment on column cases.task_group.rule is '规则：ALL 全部同意，ANY 任一同意，RATIO 达到比例';
comment on column cases.task_group.percent is '通过比例（百分数）';
comment on column cases.task_group.members is '会签人数';
comment on column cases.task_group.agreed is '同意数';
comment on column cases.task_group.disagreed is '不同意数';
comment on column cases.task_group.result is '结果：PENDING 会签中，AGREED 通过，DISAGREED 未通过，DISSOLVED 终止';
comment on column cases.task_group.opened_at is '发起时间';
comment on column cases.task_group.decided_at is '得出结果的时间';

create table cases.step (
    case_id         uuid        not null,
    sequence        int         not null,
    action          text        not null,
    label           text        not null,
    from_state      text        not null,
    to_state        text        not null,
    version         int         not null,
    person_id       uuid        not null,
    actor_name      text        not null,
    acting_as       text        not null,
    principal_id    uuid        not null,
    unit_id         uuid,
    unit_name       text,
    at              timestamptz not null,
    opinion         text        not null,
    reason          text        not null,
    task_id         uuid,
    note            text        not null,
    idempotency_key text,
    primary key (case_id, sequence)
);
create unique index step_idempotency on cases.step (case_id, idempotency_key) where idempotency_key is not null;
create index step_person on cases.step (person_id, at desc);
comment on table cases.step is '办理过程：只增不改';
comment on column cases.step.case_id is '办件';
comment on column cases.step.sequence is '序号，从 1 起连续';
comment on column cases.step.action is '动作；task. 开头的为任务操作';
comment on column cases.step.label is '动作名称';
comment on column cases.step.from_state is '原状态';
comment on column cases.step.to_state is '新状态';
comment on column cases.step.version is '办理后的办件版本';
comment on column cases.step.person_id is '办理人';
comment on column cases.step.actor_name is '办理人姓名（非公务人员已脱敏）';
comment on column cases.step.acting_as is '办理身份';
comment on column cases.step.principal_id is '所代表的主体';
comment on column cases.step.unit_id is '办理人单位';
comment on column cases.step.unit_name is '办理人单位名称';
comment on column cases.step.at is '办理时间';
comment on column cases.step.opinion is '意见';
comment on column cases.step.reason is '理由';
comment on column cases.step.task_id is '所办任务';
comment on column cases.step.note is '说明：转给谁、会签结果等';
comment on column cases.step.idempotency_key is '防重复提交的键';

create table cases.evidence (
    id       uuid primary key,
    case_id  uuid        not null,
    file_id  uuid,
    kind     text        not null,
    name     text        not null,
    source   text        not null,
    sm3      text,
    sequence int         not null,
    added_at timestamptz not null
);
create index evidence_case on cases.evidence (case_id, added_at);
create index evidence_file on cases.evidence (file_id) where file_id is not null;
comment on table cases.evidence is '证据：材料与文书';
comment on column cases.evidence.id is '证据标识';
comment on column cases.evidence.case_id is '办件';
comment on column cases.evidence.file_id is '文件，数据核验的没有文件';
comment on column cases.evidence.kind is '材料编码或文书种类';
comment on column cases.evidence.name is '名称';
comment on column cases.evidence.source is '收取方式';
comment on column cases.evidence.sm3 is '内容杂凑值（SM3）';
comment on column cases.evidence.sequence is '随哪一步办理过程进入';
comment on column cases.evidence.added_at is '进入时间';

create table cases.clock (
    case_id      uuid        not null,
    clock        text        not null,
    round        int         not null,
    amount       int         not null,
    unit         text        not null,
    rule_key     text        not null,
    rule_version int         not null,
    basis        text        not null,
    state        text        not null,
    due_at       timestamptz not null,
    warn_at      timestamptz not null,
    provisional  boolean     not null,
    stopped_at   timestamptz,
    late         boolean,
    primary key (case_id, clock, round)
);
create index clock_near on cases.clock (warn_at, case_id, clock, round) where state = 'RUNNING';
create index clock_due on cases.clock (due_at, case_id, clock, round) where state = 'RUNNING';
create index clock_provisional on cases.clock (case_id) where provisional and stopped_at is null;
comment on table cases.clock is '时限计时';
comment on column cases.clock.case_id is '办件';
comment on column cases.clock.clock is '时限标识';
comment on column cases.clock.round is '第几次计时';
comment on column cases.clock.amount is '期限数量';
comment on column cases.clock.unit is '期限单位';
comment on column cases.clock.rule_key is '规则';
comment on column cases.clock.rule_version is '规则版本';
comment on column cases.clock.basis is '法律依据';
comment on column cases.clock.state is '计时状态';
comment on column cases.clock.due_at is '到期时点（由事件重算）';
comment on column cases.clock.warn_at is '临期时点：剩余不超过期限的 20%（由事件重算）';
comment on column cases.clock.provisional is '是否暂按（有年度日历尚未公布）';
comment on column cases.clock.stopped_at is '计时结束时间';
comment on column cases.clock.late is '结束时是否超期';

create table cases.clock_event (
    case_id  uuid        not null,
    clock    text        not null,
    round    int         not null,
    sequence int         not null,
    kind     text        not null,
    at       timestamptz not null,
    reason   text        not null,
    amount   int,
    unit     text,
    notice   uuid,
    primary key (case_id, clock, round, sequence)
);
comment on table cases.clock_event is '时限事件：开始、停表、恢复、延长、结束，只增不改';
comment on column cases.clock_event.case_id is '办件';
comment on column cases.clock_event.clock is '时限标识';
comment on column cases.clock_event.round is '第几次计时';
comment on column cases.clock_event.sequence is '序号';
comment on column cases.clock_event.kind is '事件';
comment on column cases.clock_event.at is '时间';
comment on column cases.clock_event.reason is '事由';
comment on column cases.clock_event.amount is '延长的数量';
comment on column cases.clock_event.unit is '延长的单位';
comment on column cases.clock_event.notice is '书面告知文书';

create table cases.serial (
    prefix text primary key,
    last   bigint not null
);
comment on table cases.serial is '编号流水，随事务取号，不跳号';
comment on column cases.serial.prefix is '编号前缀';
comment on column cases.serial.last is '最后流水号';

create view cases.matter_list as
select id, type, number, title, state, unit_id, area_code, applicant_id, applicant_kind, applicant_masked, agent_id, agent_masked, subject_ref,
       due_at, clock_state, opened_at, submitted_at, accepted_at, decided_at, closed_at, last_event_at, outcome, data, is_demo
  from cases.matter;
comment on view cases.matter_list is '办件清单：供各系统建立自己的记录视图和指标，不含加密列';

create view cases.clock_list as
select c.case_id, m.type, m.unit_id, m.area_code, m.applicant_id, m.decided_at, m.subject_ref, c.clock, c.round,
       c.amount, c.unit, c.state, c.due_at, c.stopped_at, c.late
  from cases.clock c join cases.matter m on m.id = c.case_id;
comment on view cases.clock_list is '时限清单：供指标统计';
create index matter_decided on cases.matter (type, decided_at) where decided_at is not null;
create index matter_type_opened on cases.matter (type, opened_at desc, id desc);
create index matter_overdue on cases.matter (type, state, due_at) where closed_at is null and due_at is not null;
