-- Notices of urging 催办 (Ledger/UrgingLedger.cs); said is the whole notice, the other columns are what is asked for. An issue's row shows its round's last one.
create table urging_ledger (
  park      text    not null,
  project   text    not null,
  number    text    not null,
  notice    integer not null,
  level     text    not null,
  cause     text    not null,
  unit      text    not null,
  state     text    not null,
  issued_on text    not null,
  reply_by  text    not null,
  said      text    not null,
  primary key (park, project, number, notice)
) strict;

create index urging_ledger_by_reply on urging_ledger (park, reply_by, project, number, notice);

alter table issue_ledger add column urged_level text;
alter table issue_ledger add column urged_on text;

-- Visits 走访 (Ledger/VisitLedger.cs); said is the whole record, the other columns are what is asked for.
create table visit_ledger (
  park      text    not null,
  project   text    not null,
  code      text    not null,
  day       text    not null,
  corrected integer not null,
  said      text    not null,
  primary key (park, project, code)
) strict;

create index visit_ledger_by_day on visit_ledger (park, day, project, code);
