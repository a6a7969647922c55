-- Tables and queries of Orleans' ADO.NET providers (10.4): they carry no SQL and read their queries from OrleansQuery.
-- Storage holds snapshots only, which can be thrown away; membership and reminders belong to the running cluster.
create table OrleansQuery (
  QueryKey  text not null primary key,
  QueryText text not null
);

-- The extension is '' and never null, so that the key is unique including it.
create table OrleansStorage (
  GrainIdHash            integer not null,
  GrainTypeHash          integer not null,
  GrainIdN0              bigint  not null,
  GrainIdN1              bigint  not null,
  GrainTypeString        text    not null,
  GrainIdExtensionString text    not null,
  ServiceId              text    not null,
  PayloadBinary          bytea,
  Version                integer not null,
  primary key (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
);

create table OrleansMembershipVersionTable (
  DeploymentId text           not null primary key,
  Timestamp    timestamptz(3) not null default now(),
  Version      integer        not null default 0
);

create table OrleansMembershipTable (
  DeploymentId text           not null references OrleansMembershipVersionTable (DeploymentId),
  Address      text           not null,
  Port         integer        not null,
  Generation   integer        not null,
  SiloName     text           not null,
  HostName     text           not null,
  Status       integer        not null,
  ProxyPort    integer,
  SuspectTimes text,
  StartTime    timestamptz(3) not null,
  IAmAliveTime timestamptz(3) not null,
  primary key (DeploymentId, Address, Port, Generation)
);

create table OrleansRemindersTable (
  ServiceId    text           not null,
  GrainId      text           not null,
  ReminderName text           not null,
  StartTime    timestamptz(3) not null,
  Period       bigint         not null,
  GrainHash    integer        not null,
  Version      integer        not null,
  primary key (ServiceId, GrainId, ReminderName)
);

create index OrleansRemindersTable_by_hash on OrleansRemindersTable (ServiceId, GrainHash);

insert into OrleansQuery (QueryKey, QueryText) values
('ReadFromStorageKey', '
  select PayloadBinary, Version from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId'),
('WriteToStorageKey', '
  insert into OrleansStorage as stored (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, Version)
  select @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, coalesce(@GrainIdExtensionString::text, ''''), @ServiceId, @PayloadBinary::bytea, 1
  where @GrainStateVersion::integer is null or exists (
    select from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId)
  on conflict (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
  do update set PayloadBinary = excluded.PayloadBinary, Version = stored.Version + 1 where stored.Version = @GrainStateVersion::integer
  returning Version as NewGrainStateVersion'),
('ClearStorageKey', '
  update OrleansStorage set PayloadBinary = null, Version = Version + 1
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId
    and Version = @GrainStateVersion::integer
  returning Version as NewGrainStateVersion'),
('DeleteStorageKey', '
  delete from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString::text, '''') and ServiceId = @ServiceId
    and Version = @GrainStateVersion::integer
  returning Version + 1 as NewGrainStateVersion');

-- A change of a member and the bump of the table's version are one statement; both happen or neither.
insert into OrleansQuery (QueryKey, QueryText) values
('InsertMembershipVersionKey', '
  with added as (insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId) on conflict do nothing returning 1)
  select count(*) > 0 from added'),
('InsertMembershipKey', '
  with bumped as (
    update OrleansMembershipVersionTable set Timestamp = now(), Version = Version + 1
    where DeploymentId = @DeploymentId and Version = @Version and not exists (
      select from OrleansMembershipTable where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
    returning 1),
  added as (
    insert into OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from bumped
    returning 1)
  select count(*) > 0 from added'),
('UpdateMembershipKey', '
  with bumped as (
    update OrleansMembershipVersionTable set Timestamp = now(), Version = Version + 1
    where DeploymentId = @DeploymentId and Version = @Version and exists (
      select from OrleansMembershipTable where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
    returning 1),
  changed as (
    update OrleansMembershipTable set Status = @Status, SuspectTimes = @SuspectTimes::text, IAmAliveTime = @IAmAliveTime
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation and exists (select from bumped)
    returning 1)
  select count(*) > 0 from changed'),
('UpdateIAmAlivetimeKey', '
  update OrleansMembershipTable set IAmAliveTime = @IAmAliveTime
  where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation'),
('MembershipReadRowKey', '
  select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
  from OrleansMembershipVersionTable v
  left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
  where v.DeploymentId = @DeploymentId'),
('MembershipReadAllKey', '
  select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
  from OrleansMembershipVersionTable v left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
  where v.DeploymentId = @DeploymentId'),
('DeleteMembershipTableEntriesKey', '
  delete from OrleansMembershipTable where DeploymentId = @DeploymentId;
  delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId'),
('GatewaysQueryKey', '
  select Address, ProxyPort, Generation from OrleansMembershipTable
  where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0'),
-- 3 is an active silo.
('CleanupDefunctSiloEntriesKey', '
  delete from OrleansMembershipTable where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3');

insert into OrleansQuery (QueryKey, QueryText) values
('UpsertReminderRowKey', '
  insert into OrleansRemindersTable as kept (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
  values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
  on conflict (ServiceId, GrainId, ReminderName)
  do update set StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash, Version = kept.Version + 1
  returning Version'),
('ReadReminderRowsKey', '
  select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
  where ServiceId = @ServiceId and GrainId = @GrainId'),
('ReadReminderRowKey', '
  select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
  where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName'),
('ReadRangeRows1Key', '
  select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
  where ServiceId = @ServiceId and GrainHash > @BeginHash and GrainHash <= @EndHash'),
('ReadRangeRows2Key', '
  select GrainId, ReminderName, StartTime, Period, Version from OrleansRemindersTable
  where ServiceId = @ServiceId and (GrainHash > @BeginHash or GrainHash <= @EndHash)'),
('DeleteReminderRowKey', '
  with gone as (
    delete from OrleansRemindersTable
    where ServiceId = @ServiceId and GrainId = @GrainId and ReminderName = @ReminderName and Version = @Version
    returning 1)
  select count(*) > 0 from gone'),
('DeleteReminderRowsKey', '
  delete from OrleansRemindersTable where ServiceId = @ServiceId');
