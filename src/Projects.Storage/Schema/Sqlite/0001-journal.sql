-- The truth: one row an event. Rows are only ever added.
create table journal (
  position     integer primary key,
  stream       text    not null,
  version      integer not null check (version > 0),
  event_name   text    not null,
  event_schema integer not null,
  payload      text    not null,
  person       text    not null,
  role         text    not null,
  unit         text    not null,
  for_person   text,
  actor_kind   text    not null,
  effective_on text    not null,
  recorded_at  text    not null,
  request_id   text    not null,
  request_seq  integer not null,
  park_version integer not null,
  hash         blob    not null check (length(hash) = 32)
) strict;

create unique index journal_by_version on journal (stream, version);
create unique index journal_by_request on journal (stream, request_id, request_seq);

-- Where each stream ends; made with the append (Ledger/StreamHeads.cs).
create table stream_head (
  stream      text    not null primary key,
  park        text    not null,
  kind        text    not null,
  version     integer not null,
  hash        blob    not null,
  recorded_at text    not null
) strict;

create index stream_head_by_park on stream_head (park, kind, stream);
