-- Who may sign in (src/Projects.Storage/Accounts). Instants here are Unix milliseconds: they are compared and subtracted, never shown.
create table account (
  login         text    not null primary key,
  park          text    not null,
  person        text    not null,
  password_hash text,
  sample        integer not null,
  created_ms    integer not null,
  disabled_ms   integer,
  unique (park, person)
) strict;

-- Sign-ins and programs' tokens; digest is SHA-256 of the token, which itself is stored nowhere.
create table session (
  digest     text    not null primary key,
  id         text    not null unique,
  kind       text    not null,
  login      text    not null references account (login),
  label      text    not null,
  scope      text    not null,
  request_id text,
  created_ms integer not null,
  used_ms    integer not null,
  expires_ms integer not null,
  revoked_ms integer,
  unique (login, request_id)
) strict;

create index session_by_end on session (expires_ms);

create table sign_in_link (
  digest     text    not null primary key,
  login      text    not null references account (login),
  expires_ms integer not null,
  used_ms    integer
) strict;

create table sign_in_attempt (
  subject  text    not null primary key,
  attempts integer not null,
  since_ms integer not null
) strict;

-- What happened beside the journal. Rows are only ever added.
create table audit_entry (
  id         integer primary key autoincrement,
  at_ms      integer not null,
  action     text    not null,
  outcome    text    not null,
  park       text,
  person     text,
  actor_kind text,
  session_id text,
  address    text,
  target     text
) strict;

create index audit_entry_by_park on audit_entry (park, id);

-- What the installation remembers of itself, such as the day a scheduled piece of work last ran.
create table setting (
  key   text not null primary key,
  value text not null
) strict;
