-- How many orders of a unit stand in which state, envelope by envelope («số lệnh theo trạng thái»). A page about a million orders reads
-- some hundred rows instead of all of them; `ansinh payments verify` counts the orders themselves and compares.
create table payments.envelope_state (
  envelope_id  uuid not null,
  area_id      integer not null,
  state        text not null,
  provider_id  uuid not null,
  instructions integer not null,
  amount       bigint not null,
  primary key (envelope_id, area_id, state)
);
comment on table payments.envelope_state is 'Kept by the database alone, with every change of an order. A state that was left stays, with nothing in it.';
create index envelope_state_unended on payments.envelope_state (provider_id, state)
  where state in ('ready', 'sent') and instructions > 0;

alter table payments.envelope_state enable row level security;
create policy of_area on payments.envelope_state using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));

-- In the order of the key, so that two who change orders of the same units wait for each other and nothing worse.
create function payments.count_new_orders() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  insert into payments.envelope_state as counted (envelope_id, area_id, state, provider_id, instructions, amount)
  select envelope_id, area_id, state, provider_id, count(*), sum(amount) from latter
  group by envelope_id, area_id, state, provider_id order by envelope_id, area_id, state
  on conflict (envelope_id, area_id, state) do update
    set instructions = counted.instructions + excluded.instructions, amount = counted.amount + excluded.amount;
  return null;
end $$;
create trigger orders_counted after insert on payments.instruction referencing new table as latter
  for each statement execute function payments.count_new_orders();

create function payments.count_moved_orders() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  insert into payments.envelope_state as counted (envelope_id, area_id, state, provider_id, instructions, amount)
  select envelope_id, area_id, state, provider_id, sum(orders), sum(amount) from (
    select envelope_id, area_id, state, provider_id, 1 as orders, amount from latter
    union all
    select envelope_id, area_id, state, provider_id, -1, -amount from former) as moved
  group by envelope_id, area_id, state, provider_id having sum(orders) <> 0 or sum(amount) <> 0
  order by envelope_id, area_id, state
  on conflict (envelope_id, area_id, state) do update
    set instructions = counted.instructions + excluded.instructions, amount = counted.amount + excluded.amount;
  return null;
end $$;
create trigger moved_orders_counted after update on payments.instruction
  referencing old table as former new table as latter
  for each statement execute function payments.count_moved_orders();

insert into payments.envelope_state (envelope_id, area_id, state, provider_id, instructions, amount)
select envelope_id, area_id, state, provider_id, count(*), sum(amount) from payments.instruction
group by envelope_id, area_id, state, provider_id;

create function payments.refuse_to_be_told() returns trigger language plpgsql as $$
begin
  raise exception '% is counted from the orders', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger envelope_state_is_counted before insert or update or delete on payments.envelope_state
  for each statement when (pg_trigger_depth() = 0) execute function payments.refuse_to_be_told();

-- What did not go as ordered is few of many: found without walking through those that did.
create index instruction_not_paid on payments.instruction (envelope_id, state, number)
  where state in ('returned', 'rejected', 'recalled', 'unclaimed', 'withdrawn');
-- What waits for an answer is counted above; nothing else asked for this index.
drop index payments.instruction_open;

-- What lies at a provider is a sum of these postings alone, read without the rest of the ledger. A provider has half of all postings, so
-- an index of them by provider was used for nothing else; what was booked for one order is looked up from its envelope.
create index posting_at_provider on payments.posting (provider_id, month, area_id) include (amount, entry_id)
  where account = 'at_provider';
create index posting_instruction on payments.posting (instruction_id) where instruction_id is not null;
drop index payments.posting_provider;
