-- Issues counted as they change, so that a board reads a few rows and not every issue.

-- The issues of a project by all that its boards ask (Ledger/IssueCountTable.cs). due_order is 9999-12-31 once an issue is not open.
create table issue_count (
  park      text    not null,
  project   text    not null,
  list      text    not null,
  tier      text    not null,
  unit      text    not null,
  grade     text    not null,
  state     text    not null,
  due_order text    not null,
  in_books  integer not null,
  is_open   integer not null,
  issues    integer not null,
  primary key (park, project, list, tier, unit, grade, state, due_order)
) strict, without rowid;

-- The issues of a park under their state, their due date and month, and the days they were registered and closed (Ledger/IssueTotalTable.cs).
create table issue_total (
  park   text    not null,
  mark   text    not null,
  day    text    not null,
  unit   text    not null,
  tier   text    not null,
  issues integer not null,
  primary key (park, mark, day, unit, tier)
) strict, without rowid;

insert into issue_count
select park, project, list, tier, coalesce(unit, ''), grade, state, case when is_open then due_order else '9999-12-31' end, in_books, is_open, count(*)
from issue_ledger
group by 1, 2, 3, 4, 5, 6, 7, 8;

insert into issue_total
select park, state, '9999-12-31', unit, tier, sum(issues) from issue_count group by park, state, unit, tier
union all
select park, 'DueOn', due_order, unit, tier, sum(issues) from issue_count where due_order < '9999-12-31' group by park, due_order, unit, tier
union all
select park, 'DueIn', strftime('%Y-%m-01', due_order), unit, tier, sum(issues) from issue_count where due_order < '9999-12-31' group by 1, 3, 4, 5
union all
select park, 'RegisteredOn', registered_on, coalesce(unit, ''), '', count(*) from issue_ledger where registered_on is not null group by 1, 3, 4
union all
select park, 'ClosedOn', last_closed_on, coalesce(unit, ''), '', count(*) from issue_ledger where last_closed_on is not null group by 1, 3, 4;

-- An open page of one project, or of one unit, and the earliest due date of each project.
create index issue_ledger_open_by_project on issue_ledger (park, project, due_order, number) where is_open;
create index issue_ledger_open_by_unit on issue_ledger (park, unit, due_order, project, number) where is_open;

-- A count of none is no row: what is made again from the journal has none either.
create trigger issue_count_forgotten after update on issue_count when new.issues = 0 begin
  delete from issue_count
  where park = new.park and project = new.project and list = new.list and tier = new.tier and unit = new.unit and grade = new.grade
    and state = new.state and due_order = new.due_order;
end;

create trigger issue_total_forgotten after update on issue_total when new.issues = 0 begin
  delete from issue_total
  where park = new.park and mark = new.mark and day = new.day and unit = new.unit and tier = new.tier;
end;
