-- The ledger 台账: made with each append, made again by `rebuild`. Nothing here depends on the day it is read.

-- Projects and campaigns, one row each (Ledger/ProjectLedger.cs).
create table project_ledger (
  park             text    not null,
  project          text    not null,
  kind             text    not null,
  name             text    not null,
  enterprise       text,
  unit             text    not null,
  sponsor          text,
  officer          text,
  task_force       text,
  total_investment text,
  description      text,
  source           text,
  registered_on    text    not null,
  stage            text,
  laggard          text,
  laggard_stage    text,
  phases           text    not null,
  version          integer not null,
  primary key (park, project)
) strict;

-- Milestones with their three dates (Ledger/MilestoneLedger.cs).
create table milestone_ledger (
  park              text    not null,
  project           text    not null,
  milestone         text    not null,
  name              text    not null,
  phase             text,
  predecessors      text    not null,
  state             text    not null,
  original_baseline text    not null,
  baseline          text    not null,
  proposed_baseline text,
  forecast          text,
  actual            text,
  reported_on       text,
  verified_on       text,
  rejected_for      text,
  note              text,
  version           integer not null,
  primary key (park, project, milestone)
) strict;

create index milestone_ledger_by_baseline on milestone_ledger (park, baseline, project, milestone);

-- Plans by year and basis; months holds twelve amounts in fen (Ledger/InvestmentLedger.cs).
create table investment_plan_ledger (
  park       text    not null,
  project    text    not null,
  year       integer not null,
  basis      text    not null,
  total_fen  integer not null,
  months_fen text    not null,
  version    integer not null,
  primary key (park, project, year, basis)
) strict;

-- Entries for ever as written; only reversed_by is filled in later.
create table investment_entry_ledger (
  park        text    not null,
  project     text    not null,
  entry       text    not null,
  month       text    not null,
  basis       text    not null,
  category    text    not null,
  amount_fen  integer not null,
  voucher     text,
  note        text,
  reverses    text,
  reversed_by text,
  person      text    not null,
  entered_on  text    not null,
  version     integer not null,
  primary key (park, project, entry)
) strict;

create index investment_entry_ledger_by_month on investment_entry_ledger (park, basis, month, project);

-- Issue lists; found and done are quoted figures (Ledger/ListLedger.cs).
create table list_ledger (
  park        text    not null,
  project     text    not null,
  list        text    not null,
  name        text    not null,
  tier        text    not null,
  source      text    not null,
  measure     text    not null,
  status      text    not null,
  description text,
  found       text,
  done        text,
  quoted_from text,
  quoted_on   text,
  version     integer not null,
  primary key (park, project, list)
) strict;

-- Issues 事项 (Ledger/IssueTable.cs). due_order is current_due, or 9999-12-31 where there is none: pages are keyed by it.
create table issue_ledger (
  park                text    not null,
  project             text    not null,
  number              text    not null,
  list                text    not null,
  tier                text    not null,
  measure             text    not null,
  state               text    not null,
  kind                text    not null,
  grade               text    not null,
  root_cause          text    not null,
  category            text,
  source              text,
  description         text    not null,
  unit                text,
  supporting_units    text    not null,
  leader              text,
  responsible         text,
  acceptance_unit     text,
  found_on            text,
  registered_on       text,
  accepted_on         text,
  original_due        text,
  current_due         text,
  due_order           text    not null,
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
  ball                text    not null,
  filing_number       text,
  next_review         text,
  merged_into         text,
  last_step_on        text    not null,
  in_books            integer not null,
  is_open             integer not null,
  version             integer not null,
  primary key (park, project, number)
) strict;

create index issue_ledger_by_due on issue_ledger (park, due_order, project, number);
create index issue_ledger_by_number on issue_ledger (park, number, project);
-- Made last: of two indexes that cost the same SQLite takes the later one, and years of closed issues lie before the open ones.
create index issue_ledger_open_by_due on issue_ledger (park, due_order, project, number) where is_open;

-- The words of an issue, apart from its row so that a step in its life leaves the index alone (Ledger/IssueSearch.cs).
create table issue_search (
  id      integer primary key,
  park    text    not null,
  project text    not null,
  number  text    not null,
  words   text    not null
) strict;

create unique index issue_search_by_issue on issue_search (park, project, number);

-- Every two neighbouring letters of the words, which serve the commonest Chinese query; a trigram index cannot.
create virtual table issue_bigram using fts5 (bigrams, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0");

create trigger issue_search_forgotten after delete on issue_search begin
  delete from issue_bigram where rowid = old.id;
end;
