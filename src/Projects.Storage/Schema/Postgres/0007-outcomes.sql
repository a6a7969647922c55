-- How issues fared lately (Journal.OutcomesAsync): the few kinds of event a board tells of, so that most appends pass the index by.
create index journal_outcome on journal (effective_on, position)
  where event_name in ('issue.closed', 'issue.returned', 'issue.extension-decided', 'issue.reopened');
