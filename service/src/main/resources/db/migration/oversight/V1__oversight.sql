create table oversight.rule (
    id             uuid primary key,
    code           text         not null,
    version        int          not null,
    title          text         not null,
    detector       text         not null,
    case_type      text         not null,
    subjects       text[]       not null,
    threshold      int          not null,
    level          text         not null,
    score          numeric(4,1) not null check (score >= 0),
    basis          text         not null,
    enabled        boolean      not null,
    remark         text         not null,
    effective_from date         not null,
    state          text         not null,
    proposed_by    uuid         not null,
    proposed_name  text         not null,
    proposed_at    timestamptz  not null,
    approved_name  text,
    approved_at    timestamptz,
    unique (code, version)
);
comment on table oversight.rule is '监察规则：每次修改成一个新版本，自批准后的某月一日起施行，不追溯';
comment on column oversight.rule.id is '规则版本标识';
comment on column oversight.rule.code is '规则编号';
comment on column oversight.rule.version is '版本';
comment on column oversight.rule.title is '规则名称';
comment on column oversight.rule.detector is '判定方法';
comment on column oversight.rule.case_type is '适用的办理类型，空为不针对单个办件';
comment on column oversight.rule.subjects is '判定对象：时限、动作或环节';
comment on column oversight.rule.threshold is '阈值，含义随判定方法（百分比、次数、工作日）';
comment on column oversight.rule.level is '预警类型：WARNING 黄预警，YELLOW 黄牌，RED 红牌';
comment on column oversight.rule.score is '扣分';
comment on column oversight.rule.basis is '依据';
comment on column oversight.rule.enabled is '是否启用';
comment on column oversight.rule.remark is '说明；未启用的写明原因';
comment on column oversight.rule.effective_from is '施行日期，在它以前发生的违规适用上一版本';
comment on column oversight.rule.state is '状态：DRAFT 草稿，APPROVED 已批准';
comment on column oversight.rule.proposed_by is '起草人';
comment on column oversight.rule.proposed_name is '起草人姓名';
comment on column oversight.rule.proposed_at is '起草时间';
comment on column oversight.rule.approved_name is '批准人姓名';
comment on column oversight.rule.approved_at is '批准时间';

create table oversight.card (
    id            uuid primary key,
    number        text         not null unique check (length(number) <= 20),
    rule_code     text         not null,
    rule_version  int          not null,
    rule_title    text         not null,
    level         text         not null,
    score         numeric(4,1) not null,
    counted       boolean      not null,
    subject_id    uuid         not null,
    stage         text         not null,
    matter_number text,
    matter_title  text         not null,
    unit_id       uuid         not null,
    area_code     text,
    handler_id    uuid,
    what          text         not null,
    violated_at   timestamptz  not null,
    issued_at     timestamptz  not null,
    state         text         not null,
    explain_due   timestamptz,
    explained_at  timestamptz,
    explanation   text         not null,
    result        text         not null,
    ended_at      timestamptz,
    version       int          not null,
    is_demo       boolean      not null,
    constraint card_once unique (subject_id, rule_code, stage)
);
create index card_unit on oversight.card (unit_id, issued_at desc, id desc);
create index card_issued on oversight.card (issued_at desc, id desc);
create index card_state on oversight.card (state, issued_at desc, id desc);
create index card_level on oversight.card (level, issued_at desc, id desc);
create index card_rule on oversight.card (rule_code, issued_at desc, id desc);
create index card_matter on oversight.card (matter_number) where matter_number is not null;
create index card_counted on oversight.card (counted, issued_at desc, id desc);
comment on table oversight.card is '监察记录：每规则、每办件、每环节至多一次';
comment on column oversight.card.id is '监察记录标识，也是它的办理标识';
comment on column oversight.card.number is '监察编号';
comment on column oversight.card.rule_code is '规则编号';
comment on column oversight.card.rule_version is '适用的规则版本（违规发生时施行的版本）';
comment on column oversight.card.rule_title is '规则名称';
comment on column oversight.card.level is '预警类型：WARNING 黄预警，YELLOW 黄牌，RED 红牌';
comment on column oversight.card.score is '扣分';
comment on column oversight.card.counted is '是否计分；申诉成立后不计';
comment on column oversight.card.subject_id is '被监察的办件；针对单位的规则为单位';
comment on column oversight.card.stage is '违规时所在的环节；针对单位的规则为月份';
comment on column oversight.card.matter_number is '办件编号';
comment on column oversight.card.matter_title is '事项名称';
comment on column oversight.card.unit_id is '责任部门';
comment on column oversight.card.area_code is '办理地区划代码';
comment on column oversight.card.handler_id is '发出时的经办人';
comment on column oversight.card.what is '督办内容';
comment on column oversight.card.violated_at is '违规发生时点';
comment on column oversight.card.issued_at is '发出时间';
comment on column oversight.card.state is '状态';
comment on column oversight.card.explain_due is '说明期限届满时点';
comment on column oversight.card.explained_at is '首次说明时间';
comment on column oversight.card.explanation is '最近一次说明';
comment on column oversight.card.result is '结果描述';
comment on column oversight.card.ended_at is '结束时间';
comment on column oversight.card.version is '版本，每次变化加一';
comment on column oversight.card.is_demo is '是否演示数据';

create table oversight.card_version (
    card_id     uuid         not null,
    version     int          not null,
    at          timestamptz  not null,
    by_name     text         not null,
    state       text         not null,
    level       text         not null,
    score       numeric(4,1) not null,
    counted     boolean      not null,
    explanation text         not null,
    result      text         not null,
    primary key (card_id, version)
);
comment on table oversight.card_version is '监察记录的各个版本，只增不改';
comment on column oversight.card_version.card_id is '监察记录';
comment on column oversight.card_version.version is '版本';
comment on column oversight.card_version.at is '形成时间';
comment on column oversight.card_version.by_name is '形成人姓名';
comment on column oversight.card_version.state is '状态';
comment on column oversight.card_version.level is '预警类型';
comment on column oversight.card_version.score is '扣分';
comment on column oversight.card_version.counted is '是否计分';
comment on column oversight.card_version.explanation is '说明';
comment on column oversight.card_version.result is '结果描述';

create table oversight.tally (
    unit_id       uuid   not null,
    month         date   not null,
    decided       bigint not null,
    late          bigint not null,
    ended         bigint not null,
    terminated    bigint not null,
    used_days     bigint not null,
    promised_days bigint not null,
    primary key (unit_id, month)
);
create index tally_month on oversight.tally (month);
comment on table oversight.tally is '各单位各月的办件统计，由办理引擎的数据得出，可随时重算';
comment on column oversight.tally.unit_id is '单位';
comment on column oversight.tally.month is '月份（一日）';
comment on column oversight.tally.decided is '作出决定的办件数';
comment on column oversight.tally.late is '其中承诺时限或者法定时限超期的办件数';
comment on column oversight.tally.ended is '结束的办件数';
comment on column oversight.tally.terminated is '其中终止办理的办件数';
comment on column oversight.tally.used_days is '作出决定的办件所用日数之和（自受理次日至决定日，特别程序计入）';
comment on column oversight.tally.promised_days is '同一批办件承诺日数之和';

create table oversight.score (
    id           uuid primary key,
    unit_id      uuid          not null,
    unit_kind    text          not null,
    period       text          not null,
    period_kind  text          not null,
    starts       date          not null,
    ends         date          not null,
    yellow       int           not null,
    red          int           not null,
    deduction    numeric(9,2)  not null,
    decided      bigint        not null,
    late         bigint        not null,
    overdue_cost numeric(9,2)  not null,
    used_days    bigint        not null,
    promised_days bigint       not null,
    bonus        numeric(9,2)  not null,
    score        numeric(9,2)  not null,
    formula      text          not null,
    computed_at  timestamptz   not null,
    constraint score_once unique (unit_id, period)
);
create index score_period on oversight.score (period, unit_kind, score desc);
comment on table oversight.score is '效能分：E = 100 − 牌扣分 − 超期比例×权重 + 提速奖励';
comment on column oversight.score.id is '效能分标识';
comment on column oversight.score.unit_id is '单位';
comment on column oversight.score.unit_kind is '单位类别，同类比较';
comment on column oversight.score.period is '期间，如 2026-11、2026Q4、2026';
comment on column oversight.score.period_kind is '期间类别：MONTH 月，QUARTER 季，YEAR 年';
comment on column oversight.score.starts is '期间首日';
comment on column oversight.score.ends is '期间末日';
comment on column oversight.score.yellow is '计分的黄牌数';
comment on column oversight.score.red is '计分的红牌数';
comment on column oversight.score.deduction is '牌扣分之和';
comment on column oversight.score.decided is '作出决定的办件数';
comment on column oversight.score.late is '其中超期的办件数';
comment on column oversight.score.overdue_cost is '超期扣分：超期比例×权重';
comment on column oversight.score.used_days is '实际所用日数之和';
comment on column oversight.score.promised_days is '承诺日数之和';
comment on column oversight.score.bonus is '提速奖励';
comment on column oversight.score.score is '效能分';
comment on column oversight.score.formula is '计算过程';
comment on column oversight.score.computed_at is '计算时间';

create view oversight.score_list as
select s.*, rank() over (partition by s.period, s.unit_kind order by s.score desc)::int as place,
       count(*) over (partition by s.period, s.unit_kind)::int as peers
  from oversight.score s;
comment on view oversight.score_list is '效能分及同类单位中的名次';

create table oversight.sweep (
    name     text primary key,
    swept_to timestamptz not null
);
comment on table oversight.sweep is '巡查进度；cards 一行用于发牌时加锁';
comment on column oversight.sweep.name is '巡查名称';
comment on column oversight.sweep.swept_to is '已经巡查到的时点';
insert into oversight.sweep (name, swept_to) values ('lines', '-infinity'), ('full', '-infinity'), ('scores', '-infinity'), ('cards', '-infinity');

insert into oversight.rule (id, code, version, title, detector, case_type, subjects, threshold, level, score, basis,
                            enabled, remark, effective_from, state, proposed_by, proposed_name, proposed_at,
                            approved_name, approved_at)
select gen_random_uuid(), r.code, 1, r.title, r.detector, r.case_type, r.subjects, r.threshold, r.level, r.score, r.basis,
       r.enabled, r.remark, date '2022-01-01', 'APPROVED', '00000000-0000-0000-0000-000000000000', '系统',
       timestamptz '2022-01-01 00:00+08', '系统', timestamptz '2022-01-01 00:00+08'
  from (values
    ('JC01', '逾期未受理或者未告知补正', 'CLOCK_MISSED', 'onestop.matter', array['acceptance'], 0, 'YELLOW', 2.0,
     '《中华人民共和国行政许可法》第三十二条（五日内告知，逾期视为自收到材料之日起受理）', true, '期限以办件的受理时限为准'),
    ('JC02', '未一次性告知补正', 'REPEATED', 'onestop.matter', array['request-correction'], 2, 'YELLOW', 2.0,
     '《中华人民共和国行政许可法》第三十二条（一次告知需要补正的全部内容）', true, '第二次要求补正即为违规，须作出说明'),
    ('JC03', '临近承诺时限', 'CLOCK_NEAR', 'onestop.matter', array['promised'], 20, 'WARNING', 0.0,
     '平台设计口径（S31 规则③）', true, '阈值为剩余期限占全部期限的百分比；办理后自动解除，不扣分'),
    ('JC04', '超过承诺时限', 'CLOCK_MISSED', 'onestop.matter', array['promised'], 0, 'YELLOW', 2.0,
     '平台设计口径（S31 规则③）', true, '即办件适用 JC13'),
    ('JC05', '超过法定时限', 'CLOCK_MISSED', 'onestop.matter', array['legal'], 0, 'RED', 5.0,
     '《中华人民共和国行政许可法》第四十二条', true, ''),
    ('JC06', '延长审批没有批准人或者理由', 'UNAPPROVED_EXTENSION', 'onestop.matter', array['extend'], 0, 'RED', 5.0,
     '《中华人民共和国行政许可法》第四十二条（经本行政机关负责人批准，并应当将延长期限的理由告知申请人）', true, ''),
    ('JC07', '特别程序没有书面告知', 'UNDOCUMENTED_PAUSE', 'onestop.matter', array['notice'], 0, 'RED', 5.0,
     '《中华人民共和国行政许可法》第四十五条（应当将所需时间书面告知申请人）', true, ''),
    ('JC08', '长期停滞', 'STANDSTILL', 'onestop.matter', array['review', 'decision', 'granted'], 5, 'YELLOW', 2.0,
     '平台设计口径（S31 规则⑥）', true, '阈值为同一环节没有任何动作的工作日数；停表期间不计；待受理、待领取另有规则'),
    ('JC09', '受理与审批为同一人', 'SAME_PERSON', 'onestop.matter', array['accept', 'grant', 'refuse'], 0, 'RED', 5.0,
     '平台设计口径（S28 统一受理、分类审批，受理与审批分离）', true, '平台办理时已经阻断，本规则查补录、汇聚的办件'),
    ('JC10', '违规收费或者未缴费办结', 'NOT_AVAILABLE', '', array[]::text[], 0, 'RED', 5.0,
     '平台设计口径（S31 规则⑧）', false, '非税收缴系统（S23）尚未建成，没有缴费数据'),
    ('JC11', '差评逾期未整改', 'CLOCK_MISSED', 'reviews.rectification', array['rectify'], 0, 'RED', 5.0,
     '国办发〔2019〕51 号；部分地方标准 15 个工作日（待主管部门确认）', true, '期限以差评处置办件的整改反馈时限为准'),
    ('JC12', '省平台退回逾期未处理', 'NOT_AVAILABLE', '', array[]::text[], 1, 'YELLOW', 2.0,
     '平台设计口径（S31 规则⑩）', false, '与省级平台的数据交换尚未接通'),
    ('JC13', '即办件超过当日', 'SAME_DAY_MISSED', 'onestop.matter', array['promised'], 0, 'YELLOW', 2.0,
     '平台设计口径（S28 即办件超当日 24 时记即办超时）', true, '承诺期限为当日的办件'),
    ('JC14', '办理结果逾期未送达', 'CLOCK_MISSED', 'onestop.matter', array['delivery'], 0, 'WARNING', 0.0,
     '《中华人民共和国行政许可法》第四十四条（十日内颁发、送达）', true, '送达后自动解除，不扣分'),
    ('JC15', '异常终止率偏高', 'TERMINATION_RATE', '', array['onestop.matter'], 2, 'YELLOW', 2.0,
     '平台设计口径（S31 规则⑫）', true, '单位当月终止率高于此前月均值与阈值倍标准差之和；前有六个月、当月结束 20 件以上才判定')
  ) as r (code, title, detector, case_type, subjects, threshold, level, score, basis, enabled, remark);

create view oversight.talk as
select id, number, title, state, unit_id, applicant_id, area_code, opened_at, closed_at, outcome, is_demo
  from cases.matter_list where type = 'oversight.talk';
comment on view oversight.talk is '监察约谈';
