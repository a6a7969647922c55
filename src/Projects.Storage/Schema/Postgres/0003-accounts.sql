-- Who may sign in. A person of a park has at most one account; names are unique over all parks.
create table account (
  park           text    not null,
  person         text    not null,
  name           text    not null unique,
  password_hash  text    not null,
  security_stamp text    not null,
  failed_count   integer not null default 0,
  locked_until   timestamptz,
  disabled       boolean not null default false,
  primary key (park, person)
);

-- Sessions of people, tokens of programs and one-time links; only the digest of a token is kept.
create table session (
  id           text        not null primary key,
  token_sha256 bytea       not null unique check (length(token_sha256) = 32),
  park         text        not null,
  person       text        not null,
  kind         text        not null check (kind in ('session', 'program', 'link')),
  scope        text,
  label        text,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  ended_at     timestamptz
);

create index session_by_person on session (park, person);

-- What the journal does not hold: sign-ins, refusals, reads of evidence, exports. Rows are only ever added.
create table audit_entry (
  position bigint      generated always as identity primary key,
  at       timestamptz not null,
  park     text,
  person   text,
  kind     text        not null,
  subject  text,
  reason   text,
  detail   text,
  remote   text
);

create index audit_entry_by_park on audit_entry (park, position);

-- What the installation remembers of itself, such as the day a scheduled piece of work last ran.
create table setting (
  key   text not null primary key,
  value text not null
);
