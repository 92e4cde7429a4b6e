create table stewardship.element (
    id uuid primary key,
    identifier text not null,
    version int not null,
    name text not null,
    english text not null,
    type text not null,
    length int not null,
    value_range text not null,
    code_table text,
    unit_code text,
    standard text not null,
    aliases text[] not null,
    personal boolean not null,
    state text not null,
    proposed_by uuid,
    proposed_name text not null,
    proposed_at timestamptz not null,
    approved_name text,
    approved_at timestamptz,
    unique (identifier, version)
);
comment on table stewardship.element is '数据元：数据标准的最小单元，一个标识一个现行版本';
comment on column stewardship.element.id is '标识';
comment on column stewardship.element.identifier is '数据元标识符';
comment on column stewardship.element.version is '版本';
comment on column stewardship.element.name is '中文名称';
comment on column stewardship.element.english is '英文名称';
comment on column stewardship.element.type is '数据类型：TEXT、INTEGER、DECIMAL、DATE、MOMENT、FLAG';
comment on column stewardship.element.length is '最大长度，0 为不限';
comment on column stewardship.element.value_range is '值域说明';
comment on column stewardship.element.code_table is '值域所用代码表';
comment on column stewardship.element.unit_code is '权威来源单位代码';
comment on column stewardship.element.standard is '所依据的标准';
comment on column stewardship.element.aliases is '常见列名和别名，用于对标建议';
comment on column stewardship.element.personal is '是否个人信息';
comment on column stewardship.element.state is '状态：DRAFT 草稿，APPROVED 现行，RETIRED 已被替代';
comment on column stewardship.element.proposed_by is '起草人，随软件发布的为空';
comment on column stewardship.element.proposed_name is '起草人姓名';
comment on column stewardship.element.proposed_at is '起草时间';
comment on column stewardship.element.approved_name is '批准人姓名';
comment on column stewardship.element.approved_at is '批准时间';
create unique index element_in_force on stewardship.element (identifier) where state = 'APPROVED';

create table stewardship.code_table (
    id text primary key,
    name text not null,
    standard text not null,
    version int not null
);
comment on table stewardship.code_table is '代码表';
comment on column stewardship.code_table.id is '代码表标识，有国标的用标准号';
comment on column stewardship.code_table.name is '名称';
comment on column stewardship.code_table.standard is '所依据的标准';
comment on column stewardship.code_table.version is '版本，每次增改代码加一';

create table stewardship.code_value (
    id uuid primary key,
    table_id text not null references stewardship.code_table,
    code text not null,
    label text not null,
    ordinal int not null,
    valid_to date,
    unique (table_id, code)
);
comment on table stewardship.code_value is '代码表中的代码';
comment on column stewardship.code_value.id is '标识';
comment on column stewardship.code_value.table_id is '代码表';
comment on column stewardship.code_value.code is '代码';
comment on column stewardship.code_value.label is '名称';
comment on column stewardship.code_value.ordinal is '次序';
comment on column stewardship.code_value.valid_to is '停用日期，空为在用';

create table stewardship.code_mapping (
    id uuid primary key,
    table_id text not null,
    unit_code text not null,
    source_value text not null,
    code text not null,
    by_name text not null,
    at timestamptz not null,
    foreign key (table_id, code) references stewardship.code_value (table_id, code),
    unique (table_id, unit_code, source_value)
);
comment on table stewardship.code_mapping is '代码对照：某单位的写法对应哪个标准代码';
comment on column stewardship.code_mapping.id is '标识';
comment on column stewardship.code_mapping.table_id is '代码表';
comment on column stewardship.code_mapping.unit_code is '使用这种写法的单位代码，空串为通用';
comment on column stewardship.code_mapping.source_value is '来源写法';
comment on column stewardship.code_mapping.code is '标准代码';
comment on column stewardship.code_mapping.by_name is '登记人姓名';
comment on column stewardship.code_mapping.at is '登记时间';

create table stewardship.column_element (
    id uuid primary key,
    dataset text not null,
    column_name text not null,
    element text not null,
    unit_id uuid not null,
    confirmed_name text not null,
    confirmed_at timestamptz not null,
    unique (dataset, column_name)
);
comment on table stewardship.column_element is '对标：数据集的列采用哪个数据元';
comment on column stewardship.column_element.id is '标识';
comment on column stewardship.column_element.dataset is '数据集';
comment on column stewardship.column_element.column_name is '列';
comment on column stewardship.column_element.element is '数据元标识符';
comment on column stewardship.column_element.unit_id is '数据集的责任单位';
comment on column stewardship.column_element.confirmed_name is '确认人姓名';
comment on column stewardship.column_element.confirmed_at is '确认时间';

insert into stewardship.code_table (id, name, standard, version) values ('GB/T 2261.1', '个人基本信息分类与代码 性别', 'GB/T 2261.1-2003', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('14bc0ceb-b2ab-5d8a-8e3a-60c9d49cdc26', 'GB/T 2261.1', '0', '未知的性别', 0),
    ('f056bdd9-a99b-5b7a-89c5-bddd83e034d1', 'GB/T 2261.1', '1', '男性', 1),
    ('330adec2-8a78-5d70-a6f8-33fc6c98e244', 'GB/T 2261.1', '2', '女性', 2),
    ('0bab1e79-5226-5b1d-bd3b-6d4fa8f4ab4d', 'GB/T 2261.1', '9', '未说明的性别', 3);
insert into stewardship.code_mapping (id, table_id, unit_code, source_value, code, by_name, at) values
    ('c5eba4a3-9871-59bb-b52a-bb86e6bea744', 'GB/T 2261.1', '', '男', '1', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('0d534bf3-4a5b-5235-9c60-4612c8bb1b61', 'GB/T 2261.1', '', '女', '2', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('08aa5a6a-907d-5ccc-a7c0-299b6a5e1763', 'GB/T 2261.1', '', 'M', '1', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('39139cbc-8496-56a6-9929-0cf07a7ff529', 'GB/T 2261.1', '', 'F', '2', '随软件发布', '2022-01-01T00:00:00+08:00');
insert into stewardship.code_table (id, name, standard, version) values ('GB/T 2261.2', '婚姻状况代码', 'GB/T 2261.2-2003', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('408a90c6-dea5-5741-863e-ae873146ebe9', 'GB/T 2261.2', '10', '未婚', 0),
    ('47ba537a-09cb-56ec-8167-2d6024bc43f9', 'GB/T 2261.2', '20', '已婚', 1),
    ('4462aee8-18d2-5a1a-8c95-9fc09ef4effb', 'GB/T 2261.2', '21', '初婚', 2),
    ('b9de8aac-edf2-5309-895b-66882b9a01c4', 'GB/T 2261.2', '22', '再婚', 3),
    ('800409af-d18f-558b-b67e-915c2e13cbc3', 'GB/T 2261.2', '23', '复婚', 4),
    ('48c36464-5998-546c-9895-fcb458e96c40', 'GB/T 2261.2', '30', '丧偶', 5),
    ('020f4c3c-ab83-5395-9c3d-aca060a8cc98', 'GB/T 2261.2', '40', '离婚', 6),
    ('8e3fdf35-bc8e-5b2b-88cd-241e1e7d9c99', 'GB/T 2261.2', '90', '未说明', 7);
insert into stewardship.code_mapping (id, table_id, unit_code, source_value, code, by_name, at) values
    ('295c05f1-eeab-5106-a305-c4876fd16f11', 'GB/T 2261.2', '', '未婚', '10', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('5c0b23e1-6386-5c0c-b2d8-491d90fd52ea', 'GB/T 2261.2', '', '已婚', '20', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('08e1c099-a1c1-514c-b52a-2232d6e85e52', 'GB/T 2261.2', '', '初婚', '20', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('d4a48df7-0cfa-5ea8-92aa-238cbd8a5720', 'GB/T 2261.2', '', '再婚', '20', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('0b9292f9-8df5-5efa-91da-56d54d9b395e', 'GB/T 2261.2', '', '复婚', '20', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('17fb5caa-6fad-57e0-b3af-10af3755d482', 'GB/T 2261.2', '', '结婚', '20', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('ece3f156-9154-59db-a6b8-25ef606f69c2', 'GB/T 2261.2', '', '丧偶', '30', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('ea983f11-9cdd-53c8-a62c-af027c5dfb5d', 'GB/T 2261.2', '', '离婚', '40', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('f40fa0fd-ed6f-523e-8890-d8b1844832fb', 'GB/T 2261.2', '', '离异', '40', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('5bb195a1-31d9-5196-964d-aff140060fe4', 'GB/T 2261.2', '', '判离', '40', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('42220819-a7ef-52d1-9dcc-c802382ff9b7', 'GB/T 2261.2', '', '判决离婚', '40', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('670783f9-346b-5bd8-a58b-5a8d3a33edda', 'GB/T 2261.2', '', '21', '20', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('d7b54d5f-bd46-555d-9e16-7a04a111fbf1', 'GB/T 2261.2', '', '22', '20', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('71b6435b-a415-55f7-be57-ba2ec97d4901', 'GB/T 2261.2', '', '23', '20', '随软件发布', '2022-01-01T00:00:00+08:00');
insert into stewardship.code_table (id, name, standard, version) values ('GB/T 3304', '中国各民族名称代码', 'GB/T 3304-1991', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('cd2c0e7b-e75a-5f85-9c19-b745fbc2e6b8', 'GB/T 3304', '01', '汉族', 0),
    ('f1c1468f-727e-5154-a734-38c35b33428f', 'GB/T 3304', '02', '蒙古族', 1),
    ('5756e711-83ca-5d04-99fc-d6273be1ac01', 'GB/T 3304', '03', '回族', 2),
    ('776a1f20-60b9-5d5a-8750-16fb9b31c388', 'GB/T 3304', '04', '藏族', 3),
    ('61415194-49b4-5022-8a31-61c200ebfa8d', 'GB/T 3304', '05', '维吾尔族', 4),
    ('c59eccb0-8c59-5c9c-89ca-522bc33595a1', 'GB/T 3304', '06', '苗族', 5),
    ('80e51ce3-ff93-5bdf-806b-0a124be2905e', 'GB/T 3304', '07', '彝族', 6),
    ('00d0833c-9c55-5499-964c-3a83f6b47048', 'GB/T 3304', '08', '壮族', 7),
    ('751c8414-7deb-5a7b-93a8-2597989d12a9', 'GB/T 3304', '09', '布依族', 8),
    ('cf6c3f59-63b8-5ca1-acff-54460be0d06a', 'GB/T 3304', '10', '朝鲜族', 9),
    ('6921930f-e207-54ff-9de5-4eedb9f62940', 'GB/T 3304', '11', '满族', 10),
    ('94d81139-cc53-5a7c-989c-ad0d14d6257d', 'GB/T 3304', '12', '侗族', 11),
    ('0096971f-7fbb-563f-8474-4ff2c078f559', 'GB/T 3304', '13', '瑶族', 12),
    ('5c26fe8a-7d5e-5233-b8b0-ba65d9316d58', 'GB/T 3304', '14', '白族', 13),
    ('76c9aaa6-16d1-5272-a81b-740407ee3759', 'GB/T 3304', '15', '土家族', 14),
    ('54bd2a10-9fe1-521d-a2d7-1e7507c88b9d', 'GB/T 3304', '16', '哈尼族', 15),
    ('0d37eab2-0183-5228-b9a6-398b974a22af', 'GB/T 3304', '17', '哈萨克族', 16),
    ('229e5a91-5e95-537c-a447-0f42b67eb83b', 'GB/T 3304', '18', '傣族', 17),
    ('46bc03a3-f8a7-577a-8caa-cce0c7bbdb2f', 'GB/T 3304', '19', '黎族', 18),
    ('1f4c4981-0739-5da9-b362-b4d43468dc27', 'GB/T 3304', '20', '傈僳族', 19),
    ('6a9f4e3a-e273-5121-a6ab-934b3c77b0ff', 'GB/T 3304', '21', '佤族', 20),
    ('1de45242-1c28-597e-9940-5fdc22a9bc97', 'GB/T 3304', '22', '畲族', 21),
    ('48ed12f7-7477-5782-bbb0-58b0ace8f4de', 'GB/T 3304', '23', '高山族', 22),
    ('a45e4ced-1ca9-5c0a-b471-b6e9ac1ab470', 'GB/T 3304', '24', '拉祜族', 23),
    ('4a4e7f15-e147-5021-88ea-8870df55c3ea', 'GB/T 3304', '25', '水族', 24),
    ('4c8c1e0b-d50f-58e1-9e8a-ff9597461f02', 'GB/T 3304', '26', '东乡族', 25),
    ('6d10df96-5a0a-5f4d-bd79-409fb1a19093', 'GB/T 3304', '27', '纳西族', 26),
    ('b448cccd-15c4-5b73-9806-8fc33d45d518', 'GB/T 3304', '28', '景颇族', 27),
    ('411ec588-14c1-53df-a7fa-0a79d57db804', 'GB/T 3304', '29', '柯尔克孜族', 28),
    ('96e4b013-24b5-5fea-8969-5599c5e7398a', 'GB/T 3304', '30', '土族', 29),
    ('d70a3de7-657a-552c-9979-0357e59e1ce6', 'GB/T 3304', '31', '达斡尔族', 30),
    ('58fbe30c-a457-5559-aed0-c090f54e8f62', 'GB/T 3304', '32', '仫佬族', 31),
    ('d300b3f7-3e25-5e9f-9a14-75a162fb430d', 'GB/T 3304', '33', '羌族', 32),
    ('f77b82a9-09f1-5805-b076-b9c333075450', 'GB/T 3304', '34', '布朗族', 33),
    ('ab1e6f4b-26b4-5ff8-b22a-3589a2869302', 'GB/T 3304', '35', '撒拉族', 34),
    ('12cd6f2b-c9ab-57ab-9341-5370f1eb10d2', 'GB/T 3304', '36', '毛南族', 35),
    ('010b2719-1ed6-5582-80b6-3934ba6c7a05', 'GB/T 3304', '37', '仡佬族', 36),
    ('bac8b6d7-8f85-5a16-9b97-7c0bb75ad57c', 'GB/T 3304', '38', '锡伯族', 37),
    ('5de85d82-8d2d-51ae-b2d2-01eb543fbd7a', 'GB/T 3304', '39', '阿昌族', 38),
    ('ea52bfd0-ea52-5cdd-8199-07647ea77014', 'GB/T 3304', '40', '普米族', 39),
    ('a87be598-e611-594b-bc4f-30c0e4a8918a', 'GB/T 3304', '41', '塔吉克族', 40),
    ('b3e86d48-3bce-5bb4-9e87-62ca9a85dbd7', 'GB/T 3304', '42', '怒族', 41),
    ('2e0bfc34-d078-5187-8978-431d9d4f443e', 'GB/T 3304', '43', '乌孜别克族', 42),
    ('b04d4fd7-9729-565f-9e36-28b0e29800e8', 'GB/T 3304', '44', '俄罗斯族', 43),
    ('4dca875a-a4e9-5f96-8f1b-45accf8f3819', 'GB/T 3304', '45', '鄂温克族', 44),
    ('6a2379cd-0e17-53ff-b322-0d2792645d55', 'GB/T 3304', '46', '德昂族', 45),
    ('bef71a37-f614-5a39-9a80-26f0be0e2ce5', 'GB/T 3304', '47', '保安族', 46),
    ('923b70d6-c027-5760-9c90-6bf03617ae31', 'GB/T 3304', '48', '裕固族', 47),
    ('3d87af2b-a0b0-5ccf-866a-2aed6a8fccfd', 'GB/T 3304', '49', '京族', 48),
    ('fecccdd5-19c1-558b-bacc-7187c32689b8', 'GB/T 3304', '50', '塔塔尔族', 49),
    ('19e48db9-b4d4-538f-b39f-83b118ff2bb3', 'GB/T 3304', '51', '独龙族', 50),
    ('90a50bba-cfe6-5ec0-8d00-99b1be8fb3cc', 'GB/T 3304', '52', '鄂伦春族', 51),
    ('7379f23c-d5a7-595a-93ad-26f7ebd72df6', 'GB/T 3304', '53', '赫哲族', 52),
    ('b2b6001f-8691-5798-8d31-664b2a9452e4', 'GB/T 3304', '54', '门巴族', 53),
    ('77f6d6a4-f156-5309-828a-ec9529f74bdd', 'GB/T 3304', '55', '珞巴族', 54),
    ('3a92e7b5-ac3b-5faa-a7a8-6c2c7b53ea3c', 'GB/T 3304', '56', '基诺族', 55);
insert into stewardship.code_mapping (id, table_id, unit_code, source_value, code, by_name, at) values
    ('ada5919d-edba-5c6b-ba55-165b1c075774', 'GB/T 3304', '', '汉', '01', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('0fe2342b-a573-5b1d-a2e4-2d042e013536', 'GB/T 3304', '', '回', '03', '随软件发布', '2022-01-01T00:00:00+08:00');
insert into stewardship.code_table (id, name, standard, version) values ('GB/T 4658', '学历代码', 'GB/T 4658-2006', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('4dd70b2d-9085-5b31-9571-48d2c1cba68f', 'GB/T 4658', '10', '研究生教育', 0),
    ('bff5b2fd-a025-504f-910b-ebe4053fe71d', 'GB/T 4658', '20', '大学本科教育', 1),
    ('7b432065-41f4-56ff-b628-4c64a5562654', 'GB/T 4658', '30', '大学专科教育', 2),
    ('da962061-8e76-51bc-bd6e-611d30745d50', 'GB/T 4658', '40', '中等职业教育', 3),
    ('1c1c7564-f23c-5622-a62b-cd8e2c471a82', 'GB/T 4658', '60', '普通高级中学教育', 4),
    ('88c0d7f9-5f6e-583b-9a66-9355a055b90c', 'GB/T 4658', '70', '初级中学教育', 5),
    ('4656a867-569e-5223-827c-590c33f0a94e', 'GB/T 4658', '80', '小学教育', 6),
    ('773001b4-47ec-5e62-ba82-b3e87b1b8e93', 'GB/T 4658', '90', '其他', 7);
insert into stewardship.code_table (id, name, standard, version) values ('GA/T 2000.156', '常用证件类型代码', 'GA/T 2000.156', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('c06e6a61-87d3-5dd7-954e-0aeb72d25f34', 'GA/T 2000.156', '111', '居民身份证', 0),
    ('da76aa78-7bdf-5039-82ad-58f10ac07954', 'GA/T 2000.156', '112', '临时居民身份证', 1),
    ('4f222547-1e0e-5b95-be51-404ffdc68a8d', 'GA/T 2000.156', '113', '户口簿', 2),
    ('f93bd949-bda3-5437-bfd2-4eadd3036f7f', 'GA/T 2000.156', '114', '军官证', 3),
    ('39884beb-5fe5-5a17-8f80-ea565e5af3e9', 'GA/T 2000.156', '411', '外交护照', 4),
    ('3ecf3dfc-fa17-5c46-afab-efa997542947', 'GA/T 2000.156', '412', '公务护照', 5),
    ('cd9957d4-f505-5e28-81ac-5c2687c686e4', 'GA/T 2000.156', '414', '普通护照', 6),
    ('bbf10151-eba2-5fc6-b497-7823a9940f63', 'GA/T 2000.156', '511', '台湾居民来往大陆通行证', 7),
    ('bca68e39-bd05-55a1-98d5-ed79e5d459e3', 'GA/T 2000.156', '516', '港澳居民来往内地通行证', 8),
    ('48fec774-906d-5498-91e5-4b2ed0304b5b', 'GA/T 2000.156', '553', '外国人永久居留身份证', 9);
insert into stewardship.code_table (id, name, standard, version) values ('JY.AREA', '济源镇、街道区划代码', 'GB/T 10114；统计用区划代码', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('3a293ba4-b57e-512b-b530-e5cc8ecc2970', 'JY.AREA', '419001001', '沁园街道', 0),
    ('98efe7e9-cc9b-56ca-bad5-c791c965b109', 'JY.AREA', '419001002', '济水街道', 1),
    ('064cce57-6313-5343-af57-9f9dcdcfd23d', 'JY.AREA', '419001003', '北海街道', 2),
    ('b49bdb57-c6af-5818-be00-2ce4cf588e53', 'JY.AREA', '419001004', '天坛街道', 3),
    ('56ed388f-3d1d-575f-aff6-6463558ffd09', 'JY.AREA', '419001005', '玉泉街道', 4),
    ('5d2104e1-4e7f-5ab1-8bcf-34408e8878ad', 'JY.AREA', '419001100', '克井镇', 5),
    ('4a0b4158-8218-5f5a-90b5-06bbe2c1d345', 'JY.AREA', '419001101', '五龙口镇', 6),
    ('812f049b-b837-5f3d-a609-37baabe27aa4', 'JY.AREA', '419001102', '轵城镇', 7),
    ('6b27f754-0678-5aec-8bd5-3294f3bcfad2', 'JY.AREA', '419001103', '承留镇', 8),
    ('b2e56376-78f7-52cf-807f-52307582a98f', 'JY.AREA', '419001104', '邵原镇', 9),
    ('b3b580ac-5e1a-5b8a-b9c2-754834bdbdf4', 'JY.AREA', '419001105', '坡头镇', 10),
    ('5eb04d96-fba3-51d8-a5ec-3c27bdb7e162', 'JY.AREA', '419001106', '梨林镇', 11),
    ('6c174a0c-9057-5470-949b-cc899b8b1f62', 'JY.AREA', '419001107', '大峪镇', 12),
    ('235169a8-ffb1-5d54-a5d7-e6f761d2543b', 'JY.AREA', '419001108', '思礼镇', 13),
    ('97ebd784-15ef-5de9-9eb5-a5135cbb0f58', 'JY.AREA', '419001109', '王屋镇', 14),
    ('a17266b7-bd95-5367-a6f6-a3b1fc897e16', 'JY.AREA', '419001110', '下冶镇', 15);
insert into stewardship.code_table (id, name, standard, version) values ('GB/T 4754', '国民经济行业分类 门类', 'GB/T 4754-2017', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('ac642735-430f-5254-8a0a-f581ebd02356', 'GB/T 4754', 'A', '农、林、牧、渔业', 0),
    ('9a78924b-415a-54fd-98a0-1c93db49c4f6', 'GB/T 4754', 'B', '采矿业', 1),
    ('344cc215-f29d-5291-b1d9-acfaf4d19929', 'GB/T 4754', 'C', '制造业', 2),
    ('fdfedc54-55d0-5ae9-a499-8963b0596111', 'GB/T 4754', 'D', '电力、热力、燃气及水生产和供应业', 3),
    ('60812b53-d6ad-58d2-865d-92283016878e', 'GB/T 4754', 'E', '建筑业', 4),
    ('02b844ee-d96c-50a6-a63d-d30ff715af49', 'GB/T 4754', 'F', '批发和零售业', 5),
    ('94243a1a-c8d8-52af-85ef-834675840529', 'GB/T 4754', 'G', '交通运输、仓储和邮政业', 6),
    ('384bee0a-9559-586b-909f-4b126d3217a4', 'GB/T 4754', 'H', '住宿和餐饮业', 7),
    ('780a1a23-3483-5453-872d-11dc0a58c85b', 'GB/T 4754', 'I', '信息传输、软件和信息技术服务业', 8),
    ('d99cfaff-ec70-50e2-8842-3ffec3af876a', 'GB/T 4754', 'J', '金融业', 9),
    ('70b9074c-c593-5e70-96c6-edb3b3f9ff30', 'GB/T 4754', 'K', '房地产业', 10),
    ('83b6165a-bd86-5e02-830f-b4c402d2b235', 'GB/T 4754', 'L', '租赁和商务服务业', 11),
    ('4cc6c74b-f34c-5b66-9d86-88b3086eee74', 'GB/T 4754', 'M', '科学研究和技术服务业', 12),
    ('787cd707-833c-5e48-9c10-eaa652819cf0', 'GB/T 4754', 'N', '水利、环境和公共设施管理业', 13),
    ('5c22111d-f5a7-5904-a487-b227a911c5c3', 'GB/T 4754', 'O', '居民服务、修理和其他服务业', 14),
    ('71944b2d-7561-5505-b19a-00de8a38030f', 'GB/T 4754', 'P', '教育', 15),
    ('a1fe505e-915a-5269-b1ce-61a3fdd0c1d7', 'GB/T 4754', 'Q', '卫生和社会工作', 16),
    ('ee8bf0bf-4747-53f7-8b60-97e48f2a8e87', 'GB/T 4754', 'R', '文化、体育和娱乐业', 17),
    ('322bcd85-b0e0-547f-a29a-c04847ef9313', 'GB/T 4754', 'S', '公共管理、社会保障和社会组织', 18),
    ('7e3d1d67-675c-5d47-93f0-f1f68e351264', 'GB/T 4754', 'T', '国际组织', 19);
insert into stewardship.code_table (id, name, standard, version) values ('JY.REGISTRATION', '法人登记状态', '平台设计口径（S13）', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('334a9695-6a83-5835-8f3b-1fde1d2c88e4', 'JY.REGISTRATION', '10', '存续', 0),
    ('e919b4e8-9804-5473-a089-c45f0d46eeec', 'JY.REGISTRATION', '11', '在业', 1),
    ('de31bebc-6a4f-57d1-a6f1-7e20bae3d016', 'JY.REGISTRATION', '20', '迁出', 2),
    ('32e06704-0a06-5840-bb81-806f48b60b01', 'JY.REGISTRATION', '30', '吊销', 3),
    ('5651473e-6318-5768-a4c9-c7d58776d895', 'JY.REGISTRATION', '40', '注销', 4),
    ('a2a8cd81-889f-5106-94f7-e99f46970407', 'JY.REGISTRATION', '41', '撤销', 5),
    ('d7a86950-dbe5-589d-ae90-5a632f885f87', 'JY.REGISTRATION', '50', '停业', 6),
    ('2df70499-b655-5c08-a0bd-15d105500994', 'JY.REGISTRATION', '60', '清算', 7);
insert into stewardship.code_mapping (id, table_id, unit_code, source_value, code, by_name, at) values
    ('e17b2922-e8ec-597e-938a-5e1e4351a31f', 'JY.REGISTRATION', '', '开业', '11', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('0d9ff13e-09a7-530d-91d3-74629c1fe95c', 'JY.REGISTRATION', '', '在营', '11', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('4c6926a8-8bf0-59af-956b-0056d00a3a0a', 'JY.REGISTRATION', '', '正常', '10', '随软件发布', '2022-01-01T00:00:00+08:00');
insert into stewardship.code_table (id, name, standard, version) values ('JY.SHARING', '共享类型', '发改高技〔2017〕1272 号', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('c71342b5-b959-5277-ad95-324f03aab6d6', 'JY.SHARING', '1', '无条件共享', 0),
    ('e18709a3-dcc8-59c2-bc48-803db134e4ad', 'JY.SHARING', '2', '有条件共享', 1),
    ('5e0df1eb-4073-560f-b4b4-ab705a800f8c', 'JY.SHARING', '3', '不予共享', 2);
insert into stewardship.code_table (id, name, standard, version) values ('JY.OPENING', '开放类型', '公共数据开放通行口径', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('b8db0fc1-950f-51df-8cc8-e9ca4fd76fd2', 'JY.OPENING', '1', '无条件开放', 0),
    ('c289478a-ec94-55dc-85e7-31d9fd74082e', 'JY.OPENING', '2', '有条件开放', 1),
    ('f02c39d7-82ec-59db-9adf-2cdc414ea260', 'JY.OPENING', '3', '不予开放', 2);
insert into stewardship.code_table (id, name, standard, version) values ('JY.CYCLE', '更新周期', '发改高技〔2017〕1272 号', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('2bdf2c78-5282-5be3-910f-659aa0e0d579', 'JY.CYCLE', 'R', '实时', 0),
    ('3c49f03d-f0b9-587c-b7fe-7193dea791a8', 'JY.CYCLE', 'D', '每日', 1),
    ('4c9c6a4b-3167-5436-9df2-534dc9c597e5', 'JY.CYCLE', 'W', '每周', 2),
    ('d16002b6-a0b0-5563-9513-2dd877794244', 'JY.CYCLE', 'M', '每月', 3),
    ('a4a7eee3-9d9f-5758-a744-98b1b734c747', 'JY.CYCLE', 'Q', '每季度', 4),
    ('9bc72a44-0926-5e04-8a55-e5a07e8511e8', 'JY.CYCLE', 'Y', '每年', 5),
    ('8082bae7-ac04-50e9-b2cf-707e1ab2e119', 'JY.CYCLE', 'O', '其它', 6);
insert into stewardship.code_table (id, name, standard, version) values ('JY.CREDIT', '公共信用等级', '平台设计口径（S38）', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('ed31a051-6a08-511f-9e07-dfef67d6d94d', 'JY.CREDIT', 'A', '优', 0),
    ('c6eff73c-774f-5b09-b06b-886832042658', 'JY.CREDIT', 'B', '良', 1),
    ('ffa5a8a4-9595-56b3-8941-2423f7cffaa8', 'JY.CREDIT', 'C', '中', 2),
    ('c553ebd9-990d-5573-bff6-16e77aa666ee', 'JY.CREDIT', 'D', '差', 3);
insert into stewardship.code_table (id, name, standard, version) values ('JY.WARNING', '预警级别', '突发事件应对法', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('71811c74-ba15-5dbf-bd50-33de3f42c271', 'JY.WARNING', 'RED', '红色（Ⅰ级）', 0),
    ('99f57b6b-d3e3-5ca0-b4ff-f30dc389fb99', 'JY.WARNING', 'ORANGE', '橙色（Ⅱ级）', 1),
    ('ca05ccf4-f2d9-575f-99f8-12900ff9fed0', 'JY.WARNING', 'YELLOW', '黄色（Ⅲ级）', 2),
    ('0f0f483c-7ff6-589c-8edc-7991907f97fa', 'JY.WARNING', 'BLUE', '蓝色（Ⅳ级）', 3);
insert into stewardship.code_table (id, name, standard, version) values ('ZWFW.PROJECT', '办件类型', 'GB/T 39554.1-2020', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('ab88d780-2c94-5740-a4c0-10d36a521b79', 'ZWFW.PROJECT', '1', '即办件', 0),
    ('85a6c321-7bb6-5205-8a40-cb5b82cd53e7', 'ZWFW.PROJECT', '2', '承诺件', 1),
    ('797d1960-46ad-579c-ba41-e03cc8359b71', 'ZWFW.PROJECT', '9', '其他', 2);
insert into stewardship.code_table (id, name, standard, version) values ('ZWFW.AUDIENCE', '服务对象', 'GB/T 39554.1-2020', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('bee3be58-33f3-5109-a2f1-98a655984ad6', 'ZWFW.AUDIENCE', '1', '自然人', 0),
    ('830bb9dd-2d1f-54a4-b2e0-da79db5c3a4b', 'ZWFW.AUDIENCE', '2', '企业法人', 1),
    ('f86a4c8a-0def-5065-bfcf-2b889fc10e69', 'ZWFW.AUDIENCE', '3', '事业法人', 2),
    ('9ed91708-d0a4-5e58-be6d-13ea5e57f6ca', 'ZWFW.AUDIENCE', '4', '社会组织法人', 3),
    ('62761fa3-f30f-56f8-b7ab-dfbb813eff0c', 'ZWFW.AUDIENCE', '5', '行政机关', 4),
    ('5d1ec1cb-6608-5441-ad81-7820a9dfa565', 'ZWFW.AUDIENCE', '6', '其他', 5);
insert into stewardship.code_table (id, name, standard, version) values ('ZWFW.LEVEL', '行使层级', 'GB/T 39554.1-2020', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('3c9ab6ad-633a-57d9-b7e5-7c336d969ba2', 'ZWFW.LEVEL', '1', '国家级', 0),
    ('990b1815-b3f6-5536-a7b6-8c6e1a243726', 'ZWFW.LEVEL', '2', '省级', 1),
    ('54dc8a2d-8ff6-5880-93fc-e92f00fd5136', 'ZWFW.LEVEL', '3', '市级', 2),
    ('dbb62e50-3fef-5a9a-9249-c824cd1fc927', 'ZWFW.LEVEL', '4', '县级', 3),
    ('06405d5b-b0ff-58b6-b2c0-3af3b6225f52', 'ZWFW.LEVEL', '5', '镇（街道）级', 4),
    ('43209069-e862-503e-b7b3-50eeee8a1563', 'ZWFW.LEVEL', '6', '村（社区）级', 5),
    ('fa052649-aeb0-5009-a68d-180091e2e8be', 'ZWFW.LEVEL', '7', '分级管理', 6);
insert into stewardship.code_table (id, name, standard, version) values ('ZWFW.SATISFACTION', '满意度', '国办发〔2019〕51 号', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('7cfb6eb1-1c55-59d8-93a3-f6f4e9dbe86d', 'ZWFW.SATISFACTION', '1', '非常满意', 0),
    ('bb55409e-4d70-53b2-bd5c-f18bd5235743', 'ZWFW.SATISFACTION', '2', '满意', 1),
    ('b3f4443f-0311-55e6-8950-3208ce2a98fa', 'ZWFW.SATISFACTION', '3', '基本满意', 2),
    ('4caff155-f507-57bc-ae6e-eb0e89c254a9', 'ZWFW.SATISFACTION', '4', '不满意', 3),
    ('5cf9d628-c6d0-5cdc-a05c-8d7dae8f6d28', 'ZWFW.SATISFACTION', '5', '非常不满意', 4);
insert into stewardship.code_table (id, name, standard, version) values ('JY.12345', '诉求类型', '12345 热线通行口径', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('edb4ed7f-c63c-543d-b12b-003380a4ecce', 'JY.12345', 'ZX', '咨询', 0),
    ('f7f84a20-1f89-589e-885f-f70b496aecdb', 'JY.12345', 'QZ', '求助', 1),
    ('c7f674b4-f5e6-59e5-a08f-2990b80c241a', 'JY.12345', 'TS', '投诉', 2),
    ('1ea9f5a8-7c32-5f5e-aaf0-908892e303ac', 'JY.12345', 'JB', '举报', 3),
    ('b6c10d93-cb35-5a34-bf11-6cf9172a7f86', 'JY.12345', 'JY', '建议', 4),
    ('85eaecb8-4538-56cc-bd64-bafc213ebc6d', 'JY.12345', 'BY', '表扬', 5);
insert into stewardship.code_table (id, name, standard, version) values ('JY.DATALEVEL', '数据级别', 'GB/T 43697-2024', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('8c4bd259-1d25-596d-b154-3b47f8e9f467', 'JY.DATALEVEL', '1', '一般数据 1 级', 0),
    ('a7ccbc0c-3b0d-58ff-aa35-34e459445540', 'JY.DATALEVEL', '2', '一般数据 2 级', 1),
    ('b38db109-f7f7-591a-bc1f-28b33b620a8a', 'JY.DATALEVEL', '3', '一般数据 3 级', 2),
    ('2673b752-9a06-5803-970c-eb639c678110', 'JY.DATALEVEL', '4', '一般数据 4 级', 3),
    ('b964388d-d4f8-5494-8e45-2ab635bf5ff5', 'JY.DATALEVEL', '5', '重要数据', 4),
    ('44e7b588-4ff1-554c-8907-44558a2ac4e1', 'JY.DATALEVEL', '6', '核心数据', 5);
insert into stewardship.code_table (id, name, standard, version) values ('JY.FLAG', '是否', '平台设计口径', 1);
insert into stewardship.code_value (id, table_id, code, label, ordinal) values
    ('6e001f2a-e41e-5947-9720-b73840aa20dd', 'JY.FLAG', '0', '否', 0),
    ('c173aa31-5a92-5863-9d9e-54d6c12eb314', 'JY.FLAG', '1', '是', 1);
insert into stewardship.code_mapping (id, table_id, unit_code, source_value, code, by_name, at) values
    ('71371e05-0563-5a81-b1c5-5ec656410ccd', 'JY.FLAG', '', '否', '0', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('1acd0070-9713-50fd-ba4a-1aee102dc730', 'JY.FLAG', '', '是', '1', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('3de73ded-e44c-53c6-9606-26c68d2bbd09', 'JY.FLAG', '', 'N', '0', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('b363ebcf-c7db-557c-969c-205baeee1af7', 'JY.FLAG', '', 'Y', '1', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('8e98447a-edfa-54b1-88c5-c694da2e2d5c', 'JY.FLAG', '', 'false', '0', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('026c5dd5-b451-5947-9646-b47c2df849e5', 'JY.FLAG', '', 'true', '1', '随软件发布', '2022-01-01T00:00:00+08:00');
insert into stewardship.element (id, identifier, version, name, english, type, length, value_range, code_table, unit_code, standard, aliases, personal, state, proposed_name, proposed_at, approved_name, approved_at) values
    ('ab7ed909-26e6-5802-a281-27693aa159ec', 'DE01001', 1, '公民身份号码', 'citizenIdNumber', 'TEXT', 18, '18 位，末位校验', null, 'police', 'GB 11643-1999', '{"id_no","id_number","idcard","sfzh","sfzhm","gmsfhm","zjhm","身份证号","身份证号码","公民身份号码"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('852b2dff-bb31-55aa-832d-c4acec105ab1', 'DE01002', 1, '姓名', 'personName', 'TEXT', 50, '', null, 'police', 'GB/T 31286', '{"name","xm","person_name","姓名"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('9e1c279f-d95b-5302-b204-6ed568057048', 'DE01003', 1, '性别代码', 'genderCode', 'TEXT', 1, '', 'GB/T 2261.1', 'police', 'GB/T 2261.1', '{"gender","sex","xb","xbdm","性别"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('98e05349-fb83-5984-8a19-18bd9e3e7e67', 'DE01004', 1, '出生日期', 'birthDate', 'DATE', 0, 'YYYY-MM-DD', null, 'police', 'GB/T 7408', '{"birth","birth_date","birthday","csrq","出生日期"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('d80214fe-cc3f-592b-a17a-fd719371435a', 'DE01005', 1, '民族代码', 'ethnicityCode', 'TEXT', 2, '', 'GB/T 3304', 'police', 'GB/T 3304', '{"ethnicity","nation","mz","mzdm","民族"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('1522da9e-6908-52fe-9948-d5c28a03e332', 'DE01006', 1, '婚姻状况代码', 'maritalStatusCode', 'TEXT', 2, '', 'GB/T 2261.2', 'civil', 'GB/T 2261.2', '{"marital","marital_status","hyzk","hyzkdm","婚姻状况"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('1b940018-a43e-59ca-89d1-89f1ce466dff', 'DE01007', 1, '学历代码', 'educationCode', 'TEXT', 2, '', 'GB/T 4658', 'education', 'GB/T 4658', '{"education","xl","xldm","学历"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('51645f1d-f885-59aa-8543-df338a6eaa17', 'DE01008', 1, '户籍所在地区划代码', 'householdAreaCode', 'TEXT', 12, '12 位统计用区划代码', null, 'police', 'GB/T 2260；GB/T 10114', '{"household_area","household_area_code","hjqh","hjdqh","户籍区划","户籍地区划"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('04a93b6e-4ead-5951-9e2e-942906ed6bab', 'DE01009', 1, '户籍地址', 'householdAddress', 'TEXT', 200, '', null, 'police', 'GB/T 23705', '{"household_address","hjdz","hjdxz","户籍地址"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('a1cc2b7b-ca88-58eb-b6c0-00b63f3c1e54', 'DE01010', 1, '居住地区划代码', 'residenceAreaCode', 'TEXT', 12, '12 位统计用区划代码', null, 'police', 'GB/T 2260；GB/T 10114', '{"residence_area","residence_area_code","region","jzqh","居住区划"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('c4f72129-3542-59ba-adde-a9d32531a31f', 'DE01011', 1, '居住地址', 'residenceAddress', 'TEXT', 200, '', null, 'police', 'GB/T 23705', '{"address","residence_address","jzdz","xzz","居住地址","住址","现住址"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('2ec56fef-6ef4-5925-9a9a-2b668458e4d4', 'DE01012', 1, '移动电话号码', 'mobileNumber', 'TEXT', 11, '11 位，1 开头', null, null, '平台设计口径', '{"phone","mobile","sjh","lxdh","tel","手机号","联系电话","移动电话"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('cfd9c178-ea5c-5943-9f8d-9c456cddd3d4', 'DE01013', 1, '户号', 'householdNumber', 'TEXT', 20, '', null, 'police', 'GA/T 2000', '{"household_no","hh","户号"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('3638f127-53bd-5047-9f2a-8636b4865637', 'DE01014', 1, '与户主关系', 'householdRelation', 'TEXT', 2, '', null, 'police', 'GB/T 4761', '{"household_relation","yhzgx","与户主关系"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('98201374-550e-5c78-9c32-d3914e0d263f', 'DE01015', 1, '死亡日期', 'deathDate', 'DATE', 0, '不早于出生日期', null, 'health', 'GB/T 7408', '{"death","death_date","swrq","死亡日期"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('41e5673e-a26d-5374-9b4c-ad2e8a53c9a6', 'DE01016', 1, '证件类型代码', 'certificateTypeCode', 'TEXT', 3, '', 'GA/T 2000.156', 'police', 'GA/T 2000.156', '{"id_type","cert_type","zjlx","zjlxdm","证件类型"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('03458817-b0ac-5519-a84e-b28f66ae8dc6', 'DE01017', 1, '国籍代码', 'nationalityCode', 'TEXT', 3, '三位字母代码', null, 'police', 'GB/T 2659.1', '{"nationality","gj","国籍"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('c482c35c-61a6-5166-be4c-ffbfdfe39f82', 'DE01018', 1, '政治面貌代码', 'politicalStatusCode', 'TEXT', 2, '', null, 'organisation', 'GB/T 4762', '{"political","political_status","zzmm","政治面貌"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('e5810611-9f2f-5c6f-a621-e9f9271b3784', 'DE01019', 1, '残疾类别', 'disabilityKind', 'TEXT', 2, '', null, 'disabled', 'GB/T 26341', '{"disability","cjlb","残疾类别"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('128ee3fc-c446-5975-8658-b125b5016991', 'DE01020', 1, '残疾等级', 'disabilityGrade', 'TEXT', 1, '1 至 4 级', null, 'disabled', 'GB/T 26341', '{"disability_grade","cjdj","残疾等级"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('6f8dbfd7-5a8f-53b7-ac65-fb79c81fbfd9', 'DE01021', 1, '婚姻登记日期', 'marriageRegistrationDate', 'DATE', 0, 'YYYY-MM-DD', null, 'civil', 'GB/T 7408', '{"marriage_date","djrq_hy","婚姻登记日期"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('ab11f7ef-d6be-5b66-b236-e381c2560fe4', 'DE01022', 1, '社会保障号码', 'socialSecurityNumber', 'TEXT', 18, '同公民身份号码', null, 'labour', 'GB/T 32962', '{"social_no","shbzh","社会保障号"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('b537dfc7-8064-54a8-8922-95a5ad90cec6', 'DE01023', 1, '参保状态', 'insuranceState', 'TEXT', 1, '', null, 'labour', 'GB/T 32962', '{"insurance_state","cbzt","参保状态"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('fe5c607c-b33d-58ce-84b9-9f4233d7051b', 'DE01024', 1, '缴费基数', 'contributionBase', 'DECIMAL', 0, '元，不小于 0', null, 'labour', 'GB/T 32962', '{"contribution_base","jfjs","缴费基数"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('6b182e5e-c9db-5a34-a840-11b80f78c23a', 'DE01025', 1, '医疗诊断', 'medicalDiagnosis', 'TEXT', 200, '', null, 'health', 'GB/T 14396', '{"diagnosis","zd","jbzd","诊断","疾病诊断"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('f201ecdb-2ada-5adf-bee5-1596318f9866', 'DE01026', 1, '血型', 'bloodGroup', 'TEXT', 2, '', null, 'health', 'WS 364', '{"blood","xx","血型"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('7ce49463-7e6d-52e4-87b6-fd9dfcabbe2a', 'DE01027', 1, '银行账号', 'bankAccount', 'TEXT', 32, '', null, null, '平台设计口径', '{"bank_account","yhzh","account_no","银行账号","银行卡号"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('334e7b63-9da5-54e9-bf78-b6dbf64e66d9', 'DE01028', 1, '学籍号', 'studentNumber', 'TEXT', 19, 'G 或 L 加公民身份号码', null, 'education', '教育部教基一〔2013〕7 号', '{"student_no","xjh","学籍号"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('7d7dcd72-928d-5c10-be1d-f64f445ff153', 'DE02001', 1, '统一社会信用代码', 'unifiedSocialCreditCode', 'TEXT', 18, '18 位，末位校验', null, 'market', 'GB 32100-2015', '{"uscc","credit_code","tyshxydm","xydm","统一社会信用代码","信用代码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('d726a4e9-c932-53cd-8a92-a2be2c634221', 'DE02002', 1, '法人名称', 'legalEntityName', 'TEXT', 200, '', null, 'market', 'GB/T 36104', '{"legal_name","company_name","entity_name","qymc","frmc","企业名称","法人名称","单位名称"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('c4106605-9c59-564b-923c-e62cf8f4b528', 'DE02003', 1, '法定代表人', 'legalRepresentative', 'TEXT', 50, '', null, 'market', 'GB/T 36104', '{"legal_rep","fddbr","法定代表人"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('40802ee1-9f98-56d1-94d9-74598c15a32d', 'DE02004', 1, '注册资本', 'registeredCapital', 'DECIMAL', 0, '万元，不小于 0', null, 'market', 'GB/T 36104', '{"reg_capital","zczb","注册资本"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('0fc5ab37-f995-5ff4-ae12-801d2ff5c556', 'DE02005', 1, '成立日期', 'establishmentDate', 'DATE', 0, 'YYYY-MM-DD', null, 'market', 'GB/T 36104', '{"reg_date","establish_date","clrq","成立日期"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('a17d8d3f-ccf4-5c42-a44a-7943828919f5', 'DE02006', 1, '登记机关', 'registrationAuthority', 'TEXT', 100, '', null, 'market', 'GB/T 36104', '{"reg_authority","djjg","登记机关"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('92a6beae-eb08-5a45-9c4c-4d1e6e5bbac0', 'DE02007', 1, '行业代码', 'industryCode', 'TEXT', 4, '门类至小类', 'GB/T 4754', 'market', 'GB/T 4754-2017', '{"industry","industry_code","hydm","行业代码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('0c4f8de5-20f8-5cb5-9f42-5c2783788cbf', 'DE02008', 1, '经营范围', 'businessScope', 'TEXT', 2000, '', null, 'market', 'GB/T 36104', '{"biz_scope","scope","jyfw","经营范围"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('1fc638af-8320-5a26-9e20-77e3ad253759', 'DE02009', 1, '住所', 'domicile', 'TEXT', 200, '', null, 'market', 'GB/T 23705', '{"domicile","zs","reg_address","住所","注册地址"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('09568c8f-c387-5b61-86a6-2d09ae95ea00', 'DE02010', 1, '登记状态', 'registrationState', 'TEXT', 2, '', 'JY.REGISTRATION', 'market', '平台设计口径（S13）', '{"reg_status","entity_status","djzt","登记状态","企业状态"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('16853b10-7b13-5f57-95c8-8174ed1bb053', 'DE02011', 1, '注销日期', 'cancellationDate', 'DATE', 0, '不早于成立日期', null, 'market', 'GB/T 36104', '{"cancel_date","zxrq","注销日期"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('3f07d2b6-06f6-5b27-98a4-43c5511d596c', 'DE02012', 1, '组织机构代码', 'organisationCode', 'TEXT', 9, '9 位，末位校验', null, 'market', 'GB 11714-1997', '{"org_code","zzjgdm","组织机构代码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('efe114a3-eda2-5da5-b2a0-abe1bbe2f00e', 'DE02013', 1, '纳税信用等级', 'taxCreditGrade', 'TEXT', 1, 'A、B、M、C、D', null, 'tax', '国家税务总局公告 2014 年第 40 号', '{"tax_grade","nsxydj","纳税信用等级"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('846ff80d-0542-5653-950c-b20a2ba946c9', 'DE02014', 1, '实缴税额', 'taxPaid', 'DECIMAL', 0, '元', null, 'tax', '平台设计口径', '{"tax_paid","sjse","实缴税额"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('01f28b56-8ecd-5cdc-8d0a-5a49380c3cb8', 'DE02015', 1, '从业人数', 'employeeCount', 'INTEGER', 0, '不小于 0', null, 'labour', '平台设计口径', '{"employees","cyrs","从业人数"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('23463664-29d5-5c23-89c6-5aa87cad320c', 'DE03001', 1, '行政区划代码', 'areaCode', 'TEXT', 6, '6 位', null, 'civil', 'GB/T 2260', '{"area_code","xzqh","xzqhdm","行政区划代码","区划代码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('77357f6f-6497-5454-ae34-9d0af17acfa8', 'DE03002', 1, '镇街区划代码', 'townCode', 'TEXT', 9, '9 位', 'JY.AREA', 'civil', 'GB/T 10114', '{"town_code","xzdm","镇街代码","乡镇代码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('5869c497-17bd-55ed-bd9d-3f136092327f', 'DE03003', 1, '标准地址编码', 'addressCode', 'TEXT', 40, '', null, 'police', 'GB/T 23705', '{"addr_id","dzbm","地址编码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('1fbd0cf0-5d26-5512-ab0e-0ddcc2b90835', 'DE03004', 1, '经度', 'longitude', 'DECIMAL', 0, '112.0 至 112.8（CGCS2000）', null, 'land', 'GB/T 16831', '{"lon","longitude","jd","经度"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('128b0ead-1dae-5dee-84ab-ba6645c5aabb', 'DE03005', 1, '纬度', 'latitude', 'DECIMAL', 0, '34.9 至 35.3（CGCS2000）', null, 'land', 'GB/T 16831', '{"lat","latitude","wd","纬度"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('94b3c291-bf0f-508e-ab09-63084aa6c57e', 'DE03006', 1, '不动产单元代码', 'realEstateUnitCode', 'TEXT', 28, '28 位', null, 'land', 'GB/T 37346-2019', '{"real_estate_code","bdcdyh","不动产单元号"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('40aeb92c-a3f1-55b1-bad0-2d622fc21880', 'DE03007', 1, '宗地面积', 'parcelArea', 'DECIMAL', 0, '平方米，大于 0', null, 'land', 'GB/T 37346-2019', '{"parcel_area","zdmj","宗地面积"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('6aa6128e-5f71-5386-8813-f309426efed3', 'DE03008', 1, '不动产权利人', 'realEstateHolder', 'TEXT', 100, '', null, 'land', 'GB/T 37346-2019', '{"holder","qlr","权利人"}', true, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('d444e5e5-a633-5940-a00f-8d5a08cd4ba6', 'DE04001', 1, '电子证照标识', 'licenceIdentifier', 'TEXT', 80, 'ISO 7064 校验', null, 'data', 'GB/T 36904-2018', '{"licence_id","zzbs","证照标识"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('f2b006db-7198-5356-8474-5ce4446f35bb', 'DE04002', 1, '证照编号', 'licenceNumber', 'TEXT', 50, '', null, null, 'GB/T 36903', '{"licence_no","zzbh","证照编号"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('68e2448d-0323-547f-917f-68d9041d15cc', 'DE04003', 1, '证照有效期起', 'licenceValidFrom', 'DATE', 0, 'YYYY-MM-DD', null, null, 'GB/T 36903', '{"valid_from","yxqq","有效期起"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('0ba19e99-759f-515e-921f-6f247476dae0', 'DE04004', 1, '证照有效期止', 'licenceValidTo', 'DATE', 0, '不早于有效期起', null, null, 'GB/T 36903', '{"valid_to","yxqz","有效期止"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('c142b910-d22d-5ff0-a00f-33ca84bff62f', 'DE04005', 1, '颁发机构', 'issuingAuthority', 'TEXT', 100, '', null, null, 'GB/T 36903', '{"issuer","issue_dept","bfjg","颁发机构"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('7355ad50-abce-5df9-9200-0c57e499e2f6', 'DE05001', 1, '事项基本编码', 'catalogCode', 'TEXT', 12, '12 位', null, 'data', 'GB/T 39554.1-2020', '{"catalog_code","基本编码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('5c5ccbea-4079-5eed-8ae0-82b3eb150073', 'DE05002', 1, '事项实施编码', 'taskCode', 'TEXT', 31, '31 位', null, 'data', 'GB/T 39554.1-2020', '{"task_code","实施编码"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('5ab089e2-5b38-5a47-95f4-9813ff3bcff0', 'DE05003', 1, '办件编号', 'caseNumber', 'TEXT', 40, '', null, 'data', 'GB/T 39046-2020', '{"case_no","project_no","办件编号"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('05a23378-3d9f-58c3-885b-01d20ea06788', 'DE05004', 1, '办件类型', 'projectType', 'TEXT', 1, '', 'ZWFW.PROJECT', 'data', 'GB/T 39554.1-2020', '{"project_type","bjlx","办件类型"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('cdb4fbbb-d0b8-5b89-8461-ab9a1df09263', 'DE05005', 1, '行使层级', 'useLevel', 'TEXT', 1, '', 'ZWFW.LEVEL', 'data', 'GB/T 39554.1-2020', '{"use_level","行使层级"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('355aa8a5-c13a-5543-b04e-bb94864523d7', 'DE06001', 1, '数据来源批次', 'batchNumber', 'TEXT', 40, '', null, 'data', '国家政务服务平台前置库规范', '{"cd_batch","batch_no","batch","批次号"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('8cf53570-9284-51c4-a5e4-750408f55b4d', 'DE06002', 1, '数据更新时间', 'updatedAt', 'MOMENT', 0, '', null, 'data', 'GB/T 7408', '{"cd_time","updated_at","update_time","upd","gxsj","更新时间"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00'),
    ('a8c3880a-952c-5d87-b330-41648c44509c', 'DE06003', 1, '金额', 'amount', 'DECIMAL', 0, '元，两位小数', null, 'finance', 'GB/T 12406', '{"amount","money","je","金额"}', false, 'APPROVED', '随软件发布', '2022-01-01T00:00:00+08:00', '随软件发布', '2022-01-01T00:00:00+08:00');
