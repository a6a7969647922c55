-- The past of the issue ledger (Ledger/IssueHistory.cs): each row that another took the place of, with the clocks it held from and until. Filled from the
-- journal when the ledger is next made anew, which the program does by itself (LedgerChanges.Making).
alter table issue_ledger add column effective_on text not null default '0001-01-01';
alter table issue_ledger add column recorded_at text not null default '0001-01-01T00:00:00.000000Z';

-- Rows are only ever added, the newest last: no key of its own, for nothing is put twice. words are those of the search, where this step changed them.
create table issue_history (
  park                text not null,
  project             text not null,
  number              text not null,
  list                text not null,
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
  found_on            text,
  registered_on       text,
  accepted_on         text,
  original_due        text,
  current_due         text,
  due_order           text not null,
  round               integer not null,
  rectified           integer not null,
  requested_on        text,
  closed_on           text,
  last_closed_on      text,
  reopened_on         text,
  ever_closed         integer not null,
  reopened_after_days integer,
  times_returned      integer not null,
  extensions_granted  integer not null,
  extension_pending   integer not null,
  ball                text not null,
  filing_number       text,
  next_review         text,
  merged_into         text,
  last_step_on        text not null,
  in_books            integer not null,
  is_open             integer not null,
  version             integer not null,
  urged_level         text,
  urged_on            text,
  effective_on        text not null,
  recorded_at         text not null,
  until_effective     text not null,
  until_recorded      text not null,
  words               text
) strict;

-- Both grow at their end. What stood on a day is what had begun by then and ends later; what was known by an instant likewise.
create index issue_history_by_day on issue_history (park, until_effective, effective_on, recorded_at);
create index issue_history_by_instant on issue_history (park, until_recorded);
create index issue_history_words on issue_history (park, project, number, version) where words is not null;

-- All but issues is read as of a time from the journal itself (Ledger/PastParks.cs).
create index journal_beside_issues on journal (stream, version) where event_name not like 'issue.%';
