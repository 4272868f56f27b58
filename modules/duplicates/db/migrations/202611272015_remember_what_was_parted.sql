-- A pair that was merged and made two again is open as before; who did both, and why, is told to whoever looks at it next.
create table duplicates.parting (
  id             uuid primary key default uuidv7(),
  pair_id        uuid not null references duplicates.pair on delete cascade,
  merged_by      uuid not null,
  merged_name    text not null,
  merged_at      timestamptz not null,
  merged_because text,
  parted_by      uuid not null,
  parted_name    text not null,
  parted_at      timestamptz not null,
  parted_because text not null,
  constraint parting_after_merge check (parted_at >= merged_at)
);
create index parting_of_pair on duplicates.parting (pair_id);
alter table duplicates.parting enable row level security;
create policy of_pair on duplicates.parting using (exists (select from duplicates.pair where pair.id = pair_id));
