-- The past of the issue ledger (Ledger/IssueHistory.cs): each row that another took the place of, with the clocks it held from and until. Filled from the
-- journal when the ledger is next made anew, which the program does by itself (LedgerChanges.Making). Without defaults, so that a process of an older
-- program, which would leave gaps in the past, is refused its next append.
alter table issue_ledger add column effective_on date not null default '0001-01-01';
alter table issue_ledger add column recorded_at timestamptz not null default '0001-01-01';
alter table issue_ledger alter column effective_on drop default;
alter table issue_ledger alter column recorded_at drop default;

-- Rows are only ever added, the newest last: no key of its own, for nothing is put twice. words are those of the search, where this step changed them.
create table issue_history (
  park                text collate "C" not null,
  project             text collate "C" not null,
  number              text collate "C" not null,
  list                text collate "C" not null,
  tier                text not null,
  measure             text not null,
  state               text not null,
  kind                text not null,
  grade               text not null,
  root_cause          text not null,
  category            text,
  source              text,
  description         text not null,
  unit                text,
  supporting_units    text not null,
  leader              text,
  responsible         text,
  acceptance_unit     text,
  found_on            date,
  registered_on       date,
  accepted_on         date,
  original_due        date,
  current_due         date,
  due_order           date not null,
  round               bigint not null,
  rectified           boolean not null,
  requested_on        date,
  closed_on           date,
  last_closed_on      date,
  reopened_on         date,
  ever_closed         boolean not null,
  reopened_after_days bigint,
  times_returned      bigint not null,
  extensions_granted  bigint not null,
  extension_pending   boolean not null,
  ball                text not null,
  filing_number       text,
  next_review         date,
  merged_into         text,
  last_step_on        date not null,
  in_books            boolean not null,
  is_open             boolean not null,
  version             bigint not null,
  urged_level         text,
  urged_on            date,
  effective_on        date not null,
  recorded_at         timestamptz not null,
  until_effective     date not null,
  until_recorded      timestamptz not null,
  words               text
);

-- Both grow at their end. What stood on a day is what had begun by then and ends later; what was known by an instant likewise.
create index issue_history_by_day on issue_history (park, until_effective, effective_on, recorded_at);
create index issue_history_by_instant on issue_history (park, until_recorded);
create index issue_history_words on issue_history (park, project, number, version) where words is not null;

-- All but issues is read as of a time from the journal itself (Ledger/PastParks.cs).
create index journal_beside_issues on journal (stream, version) where event_name not like 'issue.%';
