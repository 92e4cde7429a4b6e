COMMENT ON SCHEMA records IS '记录引擎';

-- Trigrams serve Chinese badly: most words have two characters, which contain none. Single characters and pairs do.
CREATE FUNCTION records.grams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000
AS $$
    SELECT coalesce(array_agg(DISTINCT gram), '{}')
    FROM (SELECT substr(lower(value), place, size) AS gram
          FROM generate_series(1, char_length(value)) AS place, generate_series(1, 2) AS size) AS grams
$$;
COMMENT ON FUNCTION records.grams(text) IS '文本的单字与双字片段，用于中文“包含”筛选：GIN 索引建在 records.grams(列) 上';

CREATE TABLE records.saved_view (
    id uuid PRIMARY KEY,
    type text NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    query text NOT NULL CHECK (char_length(query) <= 2000),
    owner_id uuid NOT NULL,
    owner_name text NOT NULL,
    unit_id uuid,
    saved_at timestamptz NOT NULL,
    UNIQUE (owner_id, type, name)
);
CREATE INDEX saved_view_unit ON records.saved_view (unit_id, type) WHERE unit_id IS NOT NULL;
COMMENT ON TABLE records.saved_view IS '保存的视图：列表的筛选、排序和列，起个名字留着再用';
COMMENT ON COLUMN records.saved_view.id IS '视图标识';
COMMENT ON COLUMN records.saved_view.type IS '记录类型';
COMMENT ON COLUMN records.saved_view.name IS '名称';
COMMENT ON COLUMN records.saved_view.query IS '列表地址中的查询部分';
COMMENT ON COLUMN records.saved_view.owner_id IS '保存人';
COMMENT ON COLUMN records.saved_view.owner_name IS '保存人姓名';
COMMENT ON COLUMN records.saved_view.unit_id IS '共享给哪个单位；空为只供本人使用';
COMMENT ON COLUMN records.saved_view.saved_at IS '保存时间';
