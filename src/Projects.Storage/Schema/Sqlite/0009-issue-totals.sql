-- The totals of a park anew, told apart by grade too. The counts by project go: a project's own issues are few rows by key, and keeping counts of
-- them made every step of an issue cost a quarter more.
drop table if exists issue_count;
drop table issue_total;

-- The issues of a park under their state, their due date and month, and the days they were registered and closed, counted as they change:
-- a board reads these rows and not every issue (Ledger/IssueTotalTable.cs).
create table issue_total (
  park   text    not null,
  mark   text    not null,
  day    text    not null,
  unit   text    not null,
  tier   text    not null,
  grade  text    not null,
  issues integer not null,
  primary key (park, mark, day, unit, tier, grade)
) strict, without rowid;

insert into issue_total
with standing as materialized (
  select park, state, case when is_open then current_due end as due, coalesce(unit, '') as unit, tier, grade, count(*) as issues
  from issue_ledger group by 1, 2, 3, 4, 5, 6)
select park, state, '9999-12-31', unit, tier, grade, sum(issues) from standing group by 1, 2, 4, 5, 6
union all
select park, 'DueOn', due, unit, tier, grade, sum(issues) from standing where due is not null group by 1, 3, 4, 5, 6
union all
select park, 'DueIn', strftime('%Y-%m-01', due), unit, tier, grade, sum(issues) from standing where due is not null group by 1, 3, 4, 5, 6
union all
select park, 'RegisteredOn', registered_on, coalesce(unit, ''), '', '', count(*) from issue_ledger where registered_on is not null group by 1, 3, 4
union all
select park, 'ClosedOn', last_closed_on, coalesce(unit, ''), '', '', count(*) from issue_ledger where last_closed_on is not null group by 1, 3, 4
order by 1, 2, 3, 4, 5, 6;

-- A total of none is no row, as in a table made again from the journal.
create trigger issue_total_forgotten after update on issue_total when new.issues = 0 begin
  delete from issue_total
  where park = new.park and mark = new.mark and day = new.day and unit = new.unit and tier = new.tier and grade = new.grade;
end;
