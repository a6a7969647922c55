-- Grain storage for Orleans' ADO.NET provider (10.4): it carries no SQL and reads its queries from OrleansQuery.
-- Only snapshots lie here; all can be thrown away. Clustering and reminders exist on PostgreSQL alone.
create table OrleansQuery (
  QueryKey  text not null primary key,
  QueryText text not null
);

-- The extension is '' and never null, so that the key is unique including it.
create table OrleansStorage (
  GrainIdHash            integer not null,
  GrainTypeHash          integer not null,
  GrainIdN0              integer not null,
  GrainIdN1              integer not null,
  GrainTypeString        text    not null,
  GrainIdExtensionString text    not null,
  ServiceId              text    not null,
  PayloadBinary          blob,
  Version                integer not null,
  primary key (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
);

insert into OrleansQuery (QueryKey, QueryText) values
('ReadFromStorageKey', '
  select PayloadBinary, Version from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId'),
('WriteToStorageKey', '
  insert into OrleansStorage as stored (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, Version)
  select @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, coalesce(@GrainIdExtensionString, ''''), @ServiceId, @PayloadBinary, 1
  where @GrainStateVersion is null or exists (
    select 1 from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId)
  on conflict (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId)
  do update set PayloadBinary = excluded.PayloadBinary, Version = stored.Version + 1 where stored.Version = @GrainStateVersion
  returning Version as NewGrainStateVersion'),
('ClearStorageKey', '
  update OrleansStorage set PayloadBinary = null, Version = Version + 1
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId
    and Version = @GrainStateVersion
  returning Version as NewGrainStateVersion'),
('DeleteStorageKey', '
  delete from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and ServiceId = @ServiceId
    and Version = @GrainStateVersion
  returning Version + 1 as NewGrainStateVersion');
