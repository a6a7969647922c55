-- The totals of a park anew, told apart by grade too. The counts by project go: a project's own issues are few rows by key, and keeping counts of
-- them made every step of an issue cost a quarter more.
drop table if exists issue_count;
drop table issue_total;
drop function if exists issue_count_forgotten;
drop function issue_total_forgotten;

-- The issues of a park under their state, their due date and month, and the days they were registered and closed, counted as they change:
-- a board reads these rows and not every issue (Ledger/IssueTotalTable.cs). Room is left for a row's next version to lie beside it.
create table issue_total (
  park   text collate "C" not null,
  mark   text collate "C" not null,
  day    date             not null,
  unit   text collate "C" not null,
  tier   text collate "C" not null,
  grade  text collate "C" not null,
  issues bigint           not null,
  primary key (park, mark, day, unit, tier, grade)
) with (fillfactor = 70);

insert into issue_total
with standing as materialized (
  select park, state, case when is_open then current_due end as due, coalesce(unit, '') as unit, tier, grade, count(*) as issues
  from issue_ledger group by 1, 2, 3, 4, 5, 6)
select park, state, date '9999-12-31', unit, tier, grade, sum(issues) from standing group by 1, 2, 4, 5, 6
union all
select park, 'DueOn', due, unit, tier, grade, sum(issues) from standing where due is not null group by 1, 3, 4, 5, 6
union all
select park, 'DueIn', date_trunc('month', due::timestamp)::date, unit, tier, grade, sum(issues) from standing where due is not null group by 1, 3, 4, 5, 6
union all
select park, 'RegisteredOn', registered_on, coalesce(unit, ''), '', '', count(*) from issue_ledger where registered_on is not null group by 1, 3, 4
union all
select park, 'ClosedOn', last_closed_on, coalesce(unit, ''), '', '', count(*) from issue_ledger where last_closed_on is not null group by 1, 3, 4
order by 1, 2, 3, 4, 5, 6;

-- A total of none is no row, as in a table made again from the journal.
create function issue_total_forgotten() returns trigger language plpgsql as $$
begin
  delete from issue_total t
  where t.park = new.park and t.mark = new.mark and t.day = new.day and t.unit = new.unit and t.tier = new.tier and t.grade = new.grade;
  return null;
end $$;

create trigger issue_total_forgotten after update on issue_total for each row when (new.issues = 0) execute function issue_total_forgotten();
