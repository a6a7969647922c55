-- Meetings 调度会 (Ledger/MeetingLedger.cs), as visits.
create table meeting_ledger (
  park      text collate "C" not null,
  project   text collate "C" not null,
  code      text collate "C" not null,
  day       date             not null,
  corrected boolean          not null,
  said      text             not null,
  primary key (park, project, code)
);

create index meeting_ledger_by_day on meeting_ledger (park, day, project, code);
