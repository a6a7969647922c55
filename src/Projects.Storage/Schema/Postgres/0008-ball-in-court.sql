-- What waits for whom: the distinct holders are found by skipping through it, a person's own issues by due date within them (Ledger/IssueLedger.cs).
create index issue_ledger_by_ball on issue_ledger (park, ball, due_order, project, number);
