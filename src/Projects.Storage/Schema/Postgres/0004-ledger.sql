-- The ledger 台账: made with each append, made again by `rebuild`. Nothing here depends on the day it is read.

-- Projects and campaigns, one row each (Ledger/ProjectLedger.cs).
create table project_ledger (
  park             text collate "C" not null,
  project          text collate "C" not null,
  kind             text             not null,
  name             text             not null,
  enterprise       text,
  unit             text             not null,
  sponsor          text,
  officer          text,
  task_force       text,
  total_investment text,
  description      text,
  source           text,
  registered_on    date             not null,
  stage            text,
  laggard          text,
  laggard_stage    text,
  phases           text             not null,
  version          bigint           not null,
  primary key (park, project)
);

-- Milestones with their three dates (Ledger/MilestoneLedger.cs).
create table milestone_ledger (
  park              text collate "C" not null,
  project           text collate "C" not null,
  milestone         text collate "C" not null,
  name              text             not null,
  phase             text,
  predecessors      text             not null,
  state             text             not null,
  original_baseline date             not null,
  baseline          date             not null,
  proposed_baseline date,
  forecast          date,
  actual            date,
  reported_on       date,
  verified_on       date,
  rejected_for      text,
  note              text,
  version           bigint           not null,
  primary key (park, project, milestone)
);

create index milestone_ledger_by_baseline on milestone_ledger (park, baseline, project, milestone);

-- Plans by year and basis; months holds twelve amounts in fen (Ledger/InvestmentLedger.cs).
create table investment_plan_ledger (
  park       text collate "C" not null,
  project    text collate "C" not null,
  year       bigint           not null,
  basis      text collate "C" not null,
  total_fen  bigint           not null,
  months_fen text             not null,
  version    bigint           not null,
  primary key (park, project, year, basis)
);

-- Entries for ever as written; only reversed_by is filled in later.
create table investment_entry_ledger (
  park        text collate "C" not null,
  project     text collate "C" not null,
  entry       text collate "C" not null,
  month       text collate "C" not null,
  basis       text collate "C" not null,
  category    text             not null,
  amount_fen  bigint           not null,
  voucher     text,
  note        text,
  reverses    text,
  reversed_by text,
  person      text             not null,
  entered_on  date             not null,
  version     bigint           not null,
  primary key (park, project, entry)
);

create index investment_entry_ledger_by_month on investment_entry_ledger (park, basis, month, project);

-- Issue lists; found and done are quoted figures (Ledger/ListLedger.cs).
create table list_ledger (
  park        text collate "C" not null,
  project     text collate "C" not null,
  list        text collate "C" not null,
  name        text             not null,
  tier        text             not null,
  source      text             not null,
  measure     text             not null,
  status      text             not null,
  description text,
  found       text,
  done        text,
  quoted_from text,
  quoted_on   date,
  version     bigint           not null,
  primary key (park, project, list)
);

-- Issues 事项 (Ledger/IssueTable.cs). due_order is current_due, or 9999-12-31 where there is none: pages are keyed by it.
create table issue_ledger (
  park                text collate "C" not null,
  project             text collate "C" not null,
  number              text collate "C" not null,
  list                text collate "C" not null,
  tier                text             not null,
  measure             text             not null,
  state               text             not null,
  kind                text             not null,
  grade               text             not null,
  root_cause          text             not null,
  category            text,
  source              text,
  description         text             not null,
  unit                text,
  supporting_units    text             not null,
  leader              text,
  responsible         text,
  acceptance_unit     text,
  found_on            date,
  registered_on       date,
  accepted_on         date,
  original_due        date,
  current_due         date,
  due_order           date             not null,
  round               bigint           not null,
  rectified           boolean          not null,
  requested_on        date,
  closed_on           date,
  last_closed_on      date,
  reopened_on         date,
  ever_closed         boolean          not null,
  reopened_after_days bigint,
  times_returned      bigint           not null,
  extensions_granted  bigint           not null,
  extension_pending   boolean          not null,
  ball                text             not null,
  filing_number       text,
  next_review         date,
  merged_into         text,
  last_step_on        date             not null,
  in_books            boolean          not null,
  is_open             boolean          not null,
  version             bigint           not null,
  primary key (park, project, number)
);

create index issue_ledger_by_due on issue_ledger (park, due_order, project, number);
create index issue_ledger_by_number on issue_ledger (park, number, project);
create index issue_ledger_open_by_due on issue_ledger (park, due_order, project, number) where is_open;

-- The words of an issue, apart from its row so that a step in its life leaves the index alone (Ledger/IssueSearch.cs).
-- bigrams: every two neighbouring letters, which serve the commonest Chinese query; a trigram index cannot.
create table issue_search (
  park    text collate "C" not null,
  project text collate "C" not null,
  number  text collate "C" not null,
  words   text             not null,
  bigrams text[]           not null,
  primary key (park, project, number)
);

create index issue_search_by_bigram on issue_search using gin (bigrams);
