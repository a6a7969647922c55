-- The truth: one row an event. Rows are only ever added.
-- xid orders the feed without a gap: sequences are handed out before commit, so position alone would skip rows.
-- A dump must leave xid out (a new cluster counts from its own start); `backup` and `restore` do.
create table journal (
  position     bigint      generated always as identity primary key,
  stream       text        collate "C" not null,
  version      bigint      not null check (version > 0),
  event_name   text        not null,
  event_schema integer     not null,
  payload      text        not null,
  person       text        not null,
  role         text        not null,
  unit         text        not null,
  for_person   text,
  actor_kind   text        not null,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  request_id   text        not null,
  request_seq  integer     not null,
  park_version bigint      not null,
  hash         bytea       not null check (length(hash) = 32),
  xid          xid8        not null default pg_current_xact_id()
);

create unique index journal_by_version on journal (stream, version);
create unique index journal_by_request on journal (stream, request_id, request_seq);
create index journal_feed on journal (xid, position);

-- Where each stream ends; made with the append (Ledger/StreamHeads.cs).
create table stream_head (
  stream      text        collate "C" not null primary key,
  park        text        not null,
  kind        text        not null,
  version     bigint      not null,
  hash        bytea       not null,
  recorded_at timestamptz not null
);

create index stream_head_by_park on stream_head (park, kind, stream);
