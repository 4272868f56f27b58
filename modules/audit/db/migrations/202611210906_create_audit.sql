-- The audit trail («nhật ký»): who did and saw what. Entries are chained, so that mending one breaks all later ones.
create schema audit;

create table audit.entry (
  sequence      bigint primary key,
  at            timestamptz not null,
  trace_id      text        not null,
  user_id       uuid,
  area_id       integer     not null,
  action        text        not null,
  person_id     uuid,
  subject       text,
  details       jsonb,
  previous_hash bytea       not null,
  hash          bytea       not null,
  constraint entry_hash_size check (length(hash) = 32 and length(previous_hash) = 32)
);
comment on column audit.entry.sequence is 'Without gaps, from 1, in the order of recording.';
comment on column audit.entry.trace_id is 'All entries of one request have the same.';
comment on column audit.entry.area_id is 'The unit of the actor; 0 for the whole country, -1 where nobody had signed in.';
comment on column audit.entry.hash is 'sha256 of the hash before and audit.canonical() of this row.';
create index entry_of_person on audit.entry (person_id, at desc) where person_id is not null;
create index entry_of_user on audit.entry (user_id, at desc);
create index entry_at on audit.entry (at desc);

create table audit.head (
  only_one boolean primary key default true,
  sequence bigint not null,
  hash     bytea  not null,
  constraint head_only_one check (only_one)
);
comment on table audit.head is 'The last entry, so that cutting off the end shows; locked while a transaction appends.';
insert into audit.head (sequence, hash) values (0, decode(repeat('00', 32), 'hex'));

-- Text that says everything an entry says, in one way only; domain/chain.ts makes the same and checks it.
create function audit.canonical(entry audit.entry) returns text
language sql stable
return array_to_string(array[
    entry.sequence::text,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.trace_id, entry.user_id::text, entry.area_id::text, entry.action,
    entry.person_id::text, entry.subject, entry.details::text
  ], chr(31), chr(30));

-- Appends entries to the chain. The program may call this and write in no other way.
create function audit.append(entries jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  last  audit.head;
  given record;
  next  audit.entry;
begin
  select * into strict last from audit.head for update;
  for given in
    select value from jsonb_array_elements(entries) with ordinality order by ordinality
  loop
    next := jsonb_populate_record(null::audit.entry, given.value);
    next.sequence := last.sequence + 1;
    next.previous_hash := last.hash;
    next.details := nullif(next.details, 'null'::jsonb);
    next.hash := sha256(next.previous_hash || convert_to(audit.canonical(next), 'UTF8'));
    insert into audit.entry values (next.*);
    last.sequence := next.sequence;
    last.hash := next.hash;
  end loop;
  update audit.head set sequence = last.sequence, hash = last.hash;
end
$$;

create function audit.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'The audit trail is only ever appended to';
end
$$;
create trigger entry_stays before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger entries_stay before truncate on audit.entry for each statement execute function audit.refuse_change();

-- What the program was granted by default, it loses here: it reads, and appends through the function.
do $$
declare
  grantee name;
begin
  for grantee in
    select distinct g.grantee from information_schema.role_table_grants g
    where g.table_schema = 'audit' and g.grantee <> current_user
  loop
    execute format('revoke insert, update, delete, truncate on audit.entry, audit.head from %I', grantee);
  end loop;
end
$$;
