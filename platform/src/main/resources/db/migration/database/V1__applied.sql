-- Both extensions are "trusted": the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

CREATE TABLE database.applied (
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    digest     text        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE database.applied IS '已执行的数据库结构版本';
COMMENT ON COLUMN database.applied.only_one IS '恒为真，保证仅一行';
COMMENT ON COLUMN database.applied.digest IS '全部结构脚本的摘要（SHA-256）';
COMMENT ON COLUMN database.applied.applied_at IS '执行时间';
