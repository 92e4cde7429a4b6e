CREATE TABLE keys.secret (
    name       text        NOT NULL,
    version    integer     NOT NULL CHECK (version > 0),
    purpose    text        NOT NULL CHECK (purpose IN ('SIGN', 'AUTHORITY', 'ENCRYPT', 'MAC')),
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    retired_at timestamptz,
    PRIMARY KEY (name, version)
);
COMMENT ON TABLE keys.secret IS '密钥：只存被主密钥加密后的密文';
COMMENT ON COLUMN keys.secret.name IS '密钥名称';
COMMENT ON COLUMN keys.secret.version IS '版本，自 1 起，轮换时加 1';
COMMENT ON COLUMN keys.secret.purpose IS '用途：SIGN 签名，AUTHORITY 签发证书，ENCRYPT 加密，MAC 带密钥杂凑';
COMMENT ON COLUMN keys.secret.wrapped IS '密文：随机数 12 字节、SM4-GCM 密文与校验值，绑定名称与版本';
COMMENT ON COLUMN keys.secret.created_at IS '生成时间';
COMMENT ON COLUMN keys.secret.retired_at IS '停用时间：不再用于新数据，旧数据仍可解开';

CREATE TABLE keys.certificate (
    name       text        NOT NULL,
    version    integer     NOT NULL,
    serial     text        NOT NULL UNIQUE,
    subject    text        NOT NULL,
    chain      bytea       NOT NULL,
    not_before timestamptz NOT NULL,
    not_after  timestamptz NOT NULL,
    status     text        NOT NULL CHECK (status IN ('VALID', 'REVOKED')),
    revoked_at timestamptz,
    reason     text,
    PRIMARY KEY (name, version)
);
COMMENT ON TABLE keys.certificate IS '证书：与同名同版本的签名密钥对应';
COMMENT ON COLUMN keys.certificate.name IS '密钥名称';
COMMENT ON COLUMN keys.certificate.version IS '密钥版本';
COMMENT ON COLUMN keys.certificate.serial IS '证书序列号（十六进制）';
COMMENT ON COLUMN keys.certificate.subject IS '证书主体';
COMMENT ON COLUMN keys.certificate.chain IS '证书链：自本证书至根证书，DER 首尾相接';
COMMENT ON COLUMN keys.certificate.not_before IS '有效期起';
COMMENT ON COLUMN keys.certificate.not_after IS '有效期止';
COMMENT ON COLUMN keys.certificate.status IS '状态：VALID 有效，REVOKED 已吊销';
COMMENT ON COLUMN keys.certificate.revoked_at IS '吊销时间';
COMMENT ON COLUMN keys.certificate.reason IS '吊销原因';
