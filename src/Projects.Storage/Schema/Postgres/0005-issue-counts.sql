-- Issues counted as they change, so that a board reads a few rows and not every issue.
-- Counts change often and their keys never do: room is left for a row's next version to lie beside it (fillfactor).

-- The issues of a project by all that its boards ask (Ledger/IssueCountTable.cs). due_order is 9999-12-31 once an issue is not open.
create table issue_count (
  park      text collate "C" not null,
  project   text collate "C" not null,
  list      text collate "C" not null,
  tier      text collate "C" not null,
  unit      text collate "C" not null,
  grade     text collate "C" not null,
  state     text collate "C" not null,
  due_order date             not null,
  in_books  boolean          not null,
  is_open   boolean          not null,
  issues    bigint           not null,
  primary key (park, project, list, tier, unit, grade, state, due_order)
) with (fillfactor = 70);

-- The issues of a park under their state, their due date and month, and the days they were registered and closed (Ledger/IssueTotalTable.cs).
create table issue_total (
  park   text collate "C" not null,
  mark   text collate "C" not null,
  day    date             not null,
  unit   text collate "C" not null,
  tier   text collate "C" not null,
  issues bigint           not null,
  primary key (park, mark, day, unit, tier)
) with (fillfactor = 70);

insert into issue_count
select park, project, list, tier, coalesce(unit, ''), grade, state, case when is_open then due_order else date '9999-12-31' end, in_books, is_open, count(*)
from issue_ledger
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

insert into issue_total
select park, state, date '9999-12-31', unit, tier, sum(issues) from issue_count group by park, state, unit, tier
union all
select park, 'DueOn', due_order, unit, tier, sum(issues) from issue_count where due_order < date '9999-12-31' group by park, due_order, unit, tier
union all
select park, 'DueIn', date_trunc('month', due_order::timestamp)::date, unit, tier, sum(issues) from issue_count where due_order < date '9999-12-31' group by 1, 3, 4, 5
union all
select park, 'RegisteredOn', registered_on, coalesce(unit, ''), '', count(*) from issue_ledger where registered_on is not null group by 1, 3, 4
union all
select park, 'ClosedOn', last_closed_on, coalesce(unit, ''), '', count(*) from issue_ledger where last_closed_on is not null group by 1, 3, 4;

-- An open page of one project, or of one unit, and the earliest due date of each project.
create index issue_ledger_open_by_project on issue_ledger (park, project, due_order, number) where is_open;
create index issue_ledger_open_by_unit on issue_ledger (park, unit, due_order, project, number) where is_open;

-- A count of none is no row: what is made again from the journal has none either.
create function issue_count_forgotten() returns trigger language plpgsql as $$
begin
  delete from issue_count c
  where c.park = new.park and c.project = new.project and c.list = new.list and c.tier = new.tier and c.unit = new.unit and c.grade = new.grade
    and c.state = new.state and c.due_order = new.due_order;
  return null;
end $$;

create trigger issue_count_forgotten after update on issue_count for each row when (new.issues = 0) execute function issue_count_forgotten();

create function issue_total_forgotten() returns trigger language plpgsql as $$
begin
  delete from issue_total t
  where t.park = new.park and t.mark = new.mark and t.day = new.day and t.unit = new.unit and t.tier = new.tier;
  return null;
end $$;

create trigger issue_total_forgotten after update on issue_total for each row when (new.issues = 0) execute function issue_total_forgotten();
