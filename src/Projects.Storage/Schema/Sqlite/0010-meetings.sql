-- Meetings 调度会 (Ledger/MeetingLedger.cs), as visits.
create table meeting_ledger (
  park      text    not null,
  project   text    not null,
  code      text    not null,
  day       text    not null,
  corrected integer not null,
  said      text    not null,
  primary key (park, project, code)
) strict;

create index meeting_ledger_by_day on meeting_ledger (park, day, project, code);
